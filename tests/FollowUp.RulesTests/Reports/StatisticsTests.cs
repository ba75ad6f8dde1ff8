using System.Globalization;
using CsCheck;
using FollowUp.Reports.Making;
using FollowUp.Reports.Statistics;

namespace FollowUp.RulesTests.Reports;

public sealed class StatisticsTests
{
    [Fact]
    public void Rates_and_their_Wilson_intervals_are_those_of_the_golden_table()
    {
        foreach (var row in Rows("rates.csv"))
        {
            var rate = new Proportion((int)Number(row[0]), (int)Number(row[1]));

            Printed(rate.Percent, row[2]).ShouldBe(row[2], string.Join(',', row));
            Printed(rate.Wilson()?.Lower, row[3]).ShouldBe(row[3], string.Join(',', row));
            Printed(rate.Wilson()?.Upper, row[4]).ShouldBe(row[4], string.Join(',', row));
        }
    }

    [Fact]
    public void Comparisons_and_the_choice_of_their_test_are_those_of_the_golden_table()
    {
        foreach (var row in Rows("comparisons.csv"))
        {
            var tested = CountComparison.OfRates(row[0].Split(' ').Select(Rate));

            Printed(tested.Pearson.Statistic, row[1]).ShouldBe(row[1], row[0]);
            Printed(tested.Pearson.P, row[2]).ShouldBe(row[2], row[0]);
            Printed(tested.Exact.P, row[3]).ShouldBe(row[3], row[0]);
            tested.Counts.Method.ShouldStartWith(row[4], Case.Sensitive, row[0]);
            Printed(tested.Counts.P, row[5]).ShouldBe(row[5], row[0]);
        }
    }

    [Fact]
    public void The_histology_test_is_exact_by_Freeman_and_Halton_when_an_expected_count_is_below_five()
    {
        var tested = CountComparison.OfRates([new(1, 4), new(3, 4), new(2, 12)]);

        tested.Counts.Words.ShouldBe("Freeman-Halton exact, two-sided: an expected count below 5");
        tested.Pearson.DegreesOfFreedom.ShouldBe(2);
        tested.Counts.P.ShouldBe(tested.Exact.P);
        tested.SmallestExpected!.Value.ShouldBe(1.2, 1e-12);
    }

    [Fact]
    public void The_difference_between_techniques_has_Newcombes_interval()
    {
        var difference = new Proportion(19, 40).Less(new(8, 33))!.Value;

        difference.Points.ShouldBe(23.26, 0.005);
        difference.Limits.Lower.ShouldBe(1.0, 0.05);
        difference.Limits.Upper.ShouldBe(42.1, 0.05);
    }

    [Fact]
    public void Of_nobody_there_is_no_rate_and_nothing_to_compare()
    {
        new Proportion(0, 0).Percent.ShouldBeNull();
        new Proportion(0, 0).Wilson().ShouldBeNull();
        new Proportion(0, 0).Less(new(1, 2)).ShouldBeNull();
        CountComparison.OfRates([new(0, 0), new(3, 9)]).Counts.Words.ShouldBe("none: there are no two groups to compare");
        CountComparison.OfRates([]).Counts.P.ShouldBeNull();
        Summary.Of([]).ShouldBe(new Summary(0, null, null, null, null, null));
    }

    [Fact]
    public void Of_no_values_every_test_and_curve_says_why_there_is_none()
    {
        StatisticalTest[] none =
        [
            MeanTests.Welch([], []), MeanTests.Welch([1], [2, 3]), MeanTests.Paired([]), MeanTests.Paired([4]), RankTests.MannWhitney([], [1]), RankTests.Wilcoxon([]),
            ChosenTest.Between([], []), ChosenTest.Within([]), CountComparison.Of([]).Counts, CountComparison.Of([[0, 0], [0, 0]]).Exact,
        ];

        none.ShouldAllBe(test => test.P == null && test.Words.StartsWith("none: ", StringComparison.Ordinal));
        KaplanMeier.Of([]).WhyNone.ShouldNotBeNull();
        KaplanMeier.Of([]).Median.ShouldBeNull();
        CumulativeIncidence.Of<DayOfWeek>([], DayOfWeek.Monday).WhyNone.ShouldNotBeNull();
        ChosenTest.Skewness([]).ShouldBeNull();
    }

    [Fact]
    public void When_all_or_none_have_it_there_is_no_chi_square_and_the_groups_do_not_differ()
    {
        foreach (var rate in (Proportion[])[new(0, 5), new(5, 5)])
        {
            var tested = CountComparison.OfRates([rate, rate]);

            tested.Pearson.Words.ShouldBe("none: all are in one category");
            tested.Counts.P!.Value.ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void Tables_too_many_to_go_through_leave_the_chi_square_and_say_so()
    {
        var tested = CountComparison.OfRates([new(2, 5000), new(3000, 5000), new(4000, 5000), new(1, 2)]);

        tested.Exact.WhyNone.ShouldBe("there are too many tables to go through");
        tested.Counts.P.ShouldBe(tested.Pearson.P);
        tested.Counts.Words.ShouldContain("too many tables");
    }

    [Fact]
    public void The_exact_test_of_two_groups_is_the_sum_of_hypergeometric_probabilities() =>
        (from of1 in Gen.Int[1, 25]
         from of2 in Gen.Int[1, 25]
         from count1 in Gen.Int[0, of1]
         from count2 in Gen.Int[0, of2]
         select (First: new Proportion(count1, of1), Second: new Proportion(count2, of2)))
        .Sample(pair =>
        {
            var with = pair.First.Count + pair.Second.Count;
            decimal Weight(int count) => Choose(pair.First.Of, count) * Choose(pair.Second.Of, with - count);
            var tables = Enumerable.Range(0, with + 1).Select(Weight).ToList();
            var expected = tables.Where(weight => weight <= Weight(pair.First.Count)).Sum() / tables.Sum();

            CountComparison.OfRates([pair.First, pair.Second]).Exact.P!.Value.ShouldBe((double)expected, 1e-9);
        });

    [Fact]
    public void A_rate_lies_in_its_interval_and_the_interval_between_0_and_100() =>
        (from of in Gen.Int[1, 10_000] from count in Gen.Int[0, of] select new Proportion(count, of)).Sample(rate =>
        {
            var (limits, percent) = (rate.Wilson()!.Value, rate.Percent!.Value);
            return limits.Lower is >= 0 && limits.Lower <= percent && percent <= limits.Upper && limits.Upper <= 100;
        });

    [Fact]
    public void A_summary_has_the_sample_standard_deviation_and_quartiles_of_type_7_in_whatever_order()
    {
        // Of 1, 2, 4, 8, 16: mean 6.2, squares about it 148.8, type 7 quartiles at ranks 2, 3 and 4.
        var summary = Summary.Of([16, 1, 8, 2, 4]);

        summary.Mean!.Value.ShouldBe(6.2, 1e-12);
        summary.Sd!.Value.ShouldBe(Math.Sqrt(148.8 / 4), 1e-12);
        (summary.LowerQuartile, summary.Median, summary.UpperQuartile).ShouldBe((2, 4, 8));

        // Of four the quartiles lie a quarter of the way between ranks.
        var four = Summary.Of([10, 20, 30, 40]);
        (four.LowerQuartile, four.Median, four.UpperQuartile).ShouldBe((17.5, 25, 32.5));
        Summary.Of([7]).Sd.ShouldBeNull();
    }

    private static Proportion Rate(string text) => new((int)Number(text.Split('/')[0]), (int)Number(text.Split('/')[1]));

    private static decimal Choose(int of, int count) =>
        count < 0 || count > of ? 0 : Enumerable.Range(1, count).Aggregate(1m, (product, i) => product * (of - count + i) / i);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Printed(double? value, string like) =>
        Math.Round((decimal)value!.Value, like.Length - like.IndexOf('.') - 1, MidpointRounding.AwayFromZero)
            .ToString($"F{like.Length - like.IndexOf('.') - 1}", CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reports", file)).Skip(1).Select(line => line.Split(','));
}
