using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Reports;
using FollowUp.Reports.Tables;
using FollowUp.Reports.Testosterone;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class TestosteroneReturnTests
{
    private static readonly TestosteroneReturn Report = new();

    private static readonly LocalDate AtBaseline = DayOfSurgery.PlusDays(-30);

    private static readonly LocalDate AtSevenMonths = DayOfSurgery.PlusMonths(7);

    private static readonly LocalDate AtTwelveMonths = DayOfSurgery.PlusMonths(12);

    [Fact]
    public async Task Percentages_are_averaged_over_the_men_with_both_values_and_never_made_of_unpaired_means()
    {
        PatientCourse[] men =
        [
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "18")),
            Repeat(Drawn(AtBaseline, "10"), Drawn(AtSevenMonths, "6")),
            Repeat(Drawn(AtBaseline, "30")),
            Repeat(Drawn(AtSevenMonths, "2")),
        ];

        var table = await Report.TableAsync("months6To9", men);

        // 90 % and 60 %: mean 75, SD 21.2; but 24 of 30 nmol/L, the ratio of the means, is 80 %.
        IReadOnlyList<double?> Cell(string column) => table.At("Operations, repeat", "all", column);
        Cell("paired").ShouldBe([2, 4, 50]);
        Cell("baseline").ShouldBe([15, Math.Sqrt(50)]);
        Cell("value").ShouldBe([12, Math.Sqrt(72)]);
        Cell("percentMean").ShouldBe([75, Math.Sqrt(450)]);
        Cell("percentMedian").ShouldBe([75, 67.5, 82.5]);
        Cell("ratioOfMeans")[0]!.Value.ShouldBe(80, 1e-9);
        Cell("returned").ShouldBe([1, 2, 50]);
        Cell("fallen").ShouldBe([1, 2, 50]);
    }

    [Fact]
    public async Task What_the_flag_finds_beside_the_status_is_of_those_for_whom_it_can_be_told()
    {
        var table = await Report.TableAsync(
            "findings",
            Repeat(Drawn(AtBaseline, "10"), Drawn(AtSevenMonths, "6")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "18")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "<14")),
            Repeat(Drawn(AtBaseline, "<14"), Drawn(AtSevenMonths, "13")),
            Repeat(Drawn(AtSevenMonths, "18")));

        // The <14 is no occasion, so that man is not judged; two have no baseline, or one that is a limit across 12.
        table.At("Operations, repeat", "all", "preExistingLow").Take(2).ShouldBe([1, 2]);
        table.At("Operations, repeat", "all", "significantDecline").Take(2).ShouldBe([1, 3]);
    }

    [Theory]
    [InlineData("16.00", 1, 0)]
    [InlineData("15.99", 0, 0)]
    [InlineData("13.60", 0, 0)]
    [InlineData("13.59", 0, 1)]
    public async Task A_value_of_80_percent_has_returned_and_one_of_68_percent_has_not_fallen(string value, int returned, int fallen)
    {
        var table = await Report.TableAsync("months12", Repeat(Drawn(AtBaseline, "20"), Drawn(AtTwelveMonths, value)));

        table.At("Operations, repeat", "all", "returned")[0].ShouldBe(returned);
        table.At("Operations, repeat", "all", "fallen")[0].ShouldBe(fallen);
    }

    [Fact]
    public async Task A_censored_value_is_in_no_mean_and_is_counted_in_a_share_its_bounds_decide()
    {
        PatientCourse[] men =
        [
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "<0.4")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, ">17")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "<15")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "20")),
        ];

        var table = await Report.TableAsync("months6To9", men);

        table.At("Operations, repeat", "all", "paired").ShouldBe([1, 4, 25]);
        table.At("Operations, repeat", "all", "percentMean").ShouldBe([100, null]);

        // Below 2 %, above 85 % and below 75 % of the baseline all decide on 80 %; below 75 % does not decide on 68 %.
        table.At("Operations, repeat", "all", "returned").Take(2).ShouldBe([2, 4]);
        table.At("Operations, repeat", "all", "fallen").Take(2).ShouldBe([1, 3]);
        (await Report.TableAsync("months6To9Missing", men)).At("Operations, repeat", "all", "censored")[0].ShouldBe(3);
    }

    [Fact]
    public async Task Every_operation_without_a_percentage_has_one_reason()
    {
        PatientCourse[] men =
        [
            Repeat(),
            Repeat(Drawn(AtBaseline, "20")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "15", hour: 15)),
            Repeat(Drawn(AtBaseline, "20"), Therapy(HormoneDrug.TestosteroneGel, PartialDate.Of(DayOfSurgery.PlusMonths(2))), Drawn(AtSevenMonths, "25")),
            Of(Elsewhere(ProcedureType.MTESE, new(2020)), Operated(DayOfSurgery.PlusYears(2)), Drawn(DayOfSurgery.PlusYears(2).PlusDays(-9), "20")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "20")),
        ];

        var missing = await Report.TableAsync("months6To9Missing", men);
        var reasons = await Report.TableAsync("reasons", men);

        foreach (var reason in (string[])["noBaseline", "noSample", "notEligible", "competingEvent", "notYetDue"])
        {
            missing.At("Operations, repeat", "all", reason)[0].ShouldBe(1, reason);
        }

        reasons.At("6 to 9 months, baseline before that operation", "Not eligible: not morning", "operations")[0].ShouldBe(1);
        reasons.At("6 to 9 months, baseline before that operation", "Competing event: testosterone started", "operations")[0].ShouldBe(1);
    }

    [Fact]
    public async Task First_operations_stand_beside_the_repeats_and_are_in_no_stratum_of_theirs()
    {
        PatientCourse[] men =
        [
            Of(Operated(DayOfSurgery), Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "20")),
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "10")),
        ];

        var table = await Report.TableAsync("months6To9", men);

        table.At("Procedure number", "first", "percentMean")[0].ShouldBe(100);
        table.At("Procedure number", "second", "percentMean")[0].ShouldBe(50);
        table.At("Previous technique, repeat", "micro-TESE", "percentMean")[0].ShouldBe(50);
        table.Rows.ShouldNotContain(row => row.Label == "none");
    }

    [Fact]
    public async Task Hypogonadism_before_and_after_is_counted_by_the_rule_set_asked_for()
    {
        var man = Repeat(
            Drawn(AtBaseline, "14"), Drawn(AtBaseline.PlusDays(7), "13"), Drawn(AtSevenMonths, "9.5"), Drawn(AtSevenMonths.PlusDays(30), "9.6"));

        (await Report.TableAsync("hypogonadismBefore", man)).At("Operations, repeat", "all", "normal")[0].ShouldBe(1);
        (await Report.TableAsync("hypogonadismAfter", man)).At("Operations, repeat", "all", "lowConfirmed")[0].ShouldBe(1);

        var underAnother = await Report.ContentAsync([man], ruleSet: "ES-2018.1");
        underAnother.Tables.Single(table => table.Key == "hypogonadismAfter").At("Operations, repeat", "all", "normal")[0].ShouldBe(1);
    }

    [Fact]
    public async Task A_change_is_tested_on_pairs_and_the_test_names_itself_and_why_it_was_chosen()
    {
        PatientCourse[] men =
        [
            Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "14")),
            Repeat(Drawn(AtBaseline, "18"), Drawn(AtSevenMonths, "14")),
            Repeat(Drawn(AtBaseline, "16"), Drawn(AtSevenMonths, "14")),
            Repeat(Drawn(AtBaseline, "20")),
        ];

        var table = await Report.TableAsync("months6To9Change", men);

        table.At("Operations, repeat", "all", "pairs")[0].ShouldBe(3);
        table.At("Operations, repeat", "all", "change").ShouldBe([-4, 2]);

        // t = -4 / (2 / sqrt 3), 2 degrees of freedom.
        table.At("Operations, repeat", "all", "p")[0]!.Value.ShouldBe(0.0742, 0.00005);
        table.Rows.First(row => row.Group == "Operations, repeat").Cells[^1].Text.ShouldBe("paired t, two-sided: the differences are not skewed");
    }

    [Fact]
    public async Task Time_to_return_ends_with_the_first_sample_at_the_share_and_other_events_compete_with_it()
    {
        PatientCourse[] men =
        [
            Repeat(Drawn(AtBaseline, "20"), Drawn(DayOfSurgery.PlusDays(100), "10"), Drawn(DayOfSurgery.PlusDays(200), "16")),
            Repeat(Drawn(AtBaseline, "20"), Therapy(HormoneDrug.TestosteroneGel, PartialDate.Of(DayOfSurgery.PlusDays(150)))),
            Repeat(Drawn(AtBaseline, "20"), Drawn(DayOfSurgery.PlusDays(300), "15")),
            Repeat(),
        ];

        var table = await Report.TableAsync("timeToReturn", men);

        table.At("To 80 %", "second", "followed")[0].ShouldBe(3);
        table.At("To 80 %", "second", "neverSeen")[0].ShouldBe(1);
        table.At("To 80 %", "second", "returned").Take(2).ShouldBe([1, 3]);
        table.At("To 100 %", "second", "returned")[0].ShouldBe(0);

        // One of three competes on day 150, so 2/3 x 1/2 have returned by day 200.
        table.At("To 80 %", "second", "by274")[0]!.Value.ShouldBe(100.0 / 3, 1e-9);

        // Nobody was seen after day 300, so nothing is known of a year.
        table.At("To 80 %", "second", "by365").ShouldBe([null, null, null]);

        // Without the competing event the two that were seen: half by day 200, and never more.
        table.At("To 80 %", "second", "median")[0].ShouldBe(250);
    }

    [Fact]
    public async Task The_baseline_before_the_first_operation_shows_the_cumulative_loss()
    {
        var man = Of(
            Operated(DayOfSurgery.PlusYears(-1), RetrievalOutcome.NotFound), Drawn(AtBaseline.PlusYears(-1), "20"), Drawn(AtBaseline, "16"),
            Operated(DayOfSurgery), Drawn(AtSevenMonths, "12"));

        (await Report.TableAsync("months6To9", man)).At("Procedure number", "second", "percentMean")[0].ShouldBe(75);
        (await Report.TableAsync("months6To9OfFirst", man)).At("Procedure number", "second", "percentMean")[0].ShouldBe(60);
        (await Report.TableAsync("months6To9OfFirstChange", man)).At("Procedure number", "second", "change")[0].ShouldBe(-8);
    }

    [Fact]
    public async Task A_percentage_is_in_one_band_and_132_percent_is_still_within_the_reference_change_limit()
    {
        string[] values = ["13.59", "13.60", "15.99", "16.00", "20", "26.40", "26.41", "<13", ">30", "<17"];

        var bands = await Report.TableAsync("bands", values.Select(value => Repeat(Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, value))).Append(Repeat()));

        double? Count(string column) => bands.At("6 to 9 months, baseline before that operation", "second", column)[0];
        (Count("below68"), Count("from68"), Count("from80"), Count("from100"), Count("above132")).ShouldBe((2, 2, 1, 2, 2));
        (Count("undecided"), Count("missing")).ShouldBe((1, 1));
        bands.At("6 to 9 months, baseline before that operation", "second", "within").Take(2).ShouldBe([5, 9]);

        // Five within, of which two and one are known: the sum would tell the third.
        new CellSuppression().Apply([bands]).Single().Rows.Single(row => row.Group == "6 to 9 months, baseline before that operation").Cells[^1].Withheld.ShouldBeTrue();
    }

    [Fact]
    public async Task Each_rule_set_has_its_row_and_says_which_was_asked_for()
    {
        var man = Repeat(
            Drawn(AtBaseline, "14"), Drawn(AtBaseline.PlusDays(7), "13"), Drawn(AtSevenMonths, "9.5"), Drawn(AtSevenMonths.PlusDays(30), "9.6"));

        var table = await Report.TableAsync("sensitivity", man);

        table.At("Procedure number: second", "EAU-2023.1", "newLow").Take(2).ShouldBe([1, 1]);
        table.At("Procedure number: second", "ES-2018.1", "lowAfter").Take(2).ShouldBe([0, 1]);
        table.Rows.Single(row => row.Cells[^1].Text == "yes").Label.ShouldBe("EAU-2023.1");
    }

    [Fact]
    public async Task Any_combination_of_strata_divides_the_repeats()
    {
        PatientCourse[] men =
        [
            Of(Enrolled(Karyotype.Klinefelter47XXY), Elsewhere(ProcedureType.CTESE, new(2020)), Operated(DayOfSurgery), Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "10")),
            Of(Enrolled(Karyotype.Normal46XY), Elsewhere(ProcedureType.MTESE, new(2020)), Operated(DayOfSurgery), Drawn(AtBaseline, "20"), Drawn(AtSevenMonths, "20")),
            Of(Operated(DayOfSurgery)),
        ];

        var content = await Report.ContentAsync(men, by: [Stratum.PreviousTechnique, Stratum.Karyotype]);

        var rows = content.Tables.Single(table => table.Key == "months6To9").Rows;
        rows.Select(row => (row.Group, row.Label)).ShouldBe(
        [
            ("Previous technique, Karyotype, repeat", "micro-TESE, 46,XY"), ("Previous technique, Karyotype, repeat", "conventional TESE, Klinefelter, mosaics included"),
        ]);
        Table Named(string key) => content.Tables.Single(table => table.Key == key);
        Named("bands").At("6 to 9 months, baseline before that operation", "micro-TESE, 46,XY", "from100")[0].ShouldBe(1);
        Named("sensitivity").Rows.ShouldContain(row => row.Group == "Previous technique, Karyotype, repeat: micro-TESE, 46,XY" && row.Label == "BSSM-2023.1");
        content.Figures.OfType<FollowUp.Reports.Figures.BoxPlots>().Single().Series.ShouldBe(rows.Select(row => row.Label));
    }

    [Fact]
    public async Task Of_no_men_it_says_so_and_divides_by_nothing()
    {
        var table = await Report.TableAsync("months6To9");

        table.Rows.ShouldBeEmpty();
        table.Notes.ShouldBe(["There is no operation."]);
    }

    private static PatientCourse Repeat(params Fact[] facts) => Of([Elsewhere(ProcedureType.MTESE, new(2020)), Operated(DayOfSurgery), .. facts]);

    private static HormoneResultReported Drawn(LocalDate on, string value, int hour = 8) => new()
    {
        Analyte = Analyte.Testosterone,
        Value = value,
        Unit = "nmol/L",
        CollectedAt = ClinicalTime.At(on.At(new LocalTime(hour, 30))),
        Status = ResultStatus.Final,
    };
}
