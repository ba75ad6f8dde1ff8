using System.Globalization;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.RulesTests.Course;
using FollowUp.RulesTests.Golden;
using NodaTime;

namespace FollowUp.RulesTests.Hormones;

public sealed class HypogonadismTests
{
    private static readonly RuleSet Eau = PublishedRuleSets.Of("EAU-2023.1");

    [Fact]
    public void The_present_flag_is_that_of_the_decision_table_under_every_rule_set()
    {
        var rows = GoldenTable.Rows("decisions.csv").ToList();
        foreach (var row in rows)
        {
            var refused = Refusal(row["told"]);
            var course = HormoneStories.Course(row["told"]);
            foreach (var (id, ruleSet) in PublishedRuleSets.All)
            {
                (refused ?? TableText.Of(HypogonadismAnswer.Of(course, ruleSet).Present)).ShouldBe(row[id], $"{id}: {row}");
            }

            if (row.Text("recovery") is { } recovery)
            {
                var operation = OperationRecovery.AllIn(course, new(2030, 1, 1))[^1];
                TableText.Of(operation.Windows[0].OfIndex, operation.PreIndex).ShouldBe(recovery, row.ToString());
            }
        }

        Enumerable.Range(1, 26).Select(number => number.ToString(CultureInfo.InvariantCulture)).ShouldBeSubsetOf(rows.Select(row => row["row"]));
    }

    [Fact]
    public void At_and_beside_every_limit_the_flag_is_that_of_the_golden_table()
    {
        var rows = GoldenTable.Rows("limits.csv").ToList();
        foreach (var row in rows)
        {
            var flag = HypogonadismAnswer.Of(HormoneStories.Course(row["told"]), PublishedRuleSets.Of(row["rule set"])).Present;

            TableText.Of(flag).ShouldBe(row["flag"], row.ToString());
            (flag.FreeTestosterone is { } free ? decimal.Round(free.PmolPerLitre, 2) : (decimal?)null).ShouldBe(row.Number("free"), row.ToString());
        }

        rows.Select(row => row["rule set"]).Distinct().ShouldBe(PublishedRuleSets.All.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Occasions_confirm_contradict_and_clear_each_other_as_the_golden_table_says()
    {
        foreach (var row in GoldenTable.Rows("series.csv"))
        {
            var story = row["occasions"].Split(' ').Select(occasion => occasion.Split('@') is [var value, var day]
                ? $"T {value} nmol/L {new LocalDate(2026, 3, 2).PlusDays(int.Parse(day, CultureInfo.InvariantCulture)):uuuu-MM-dd}T08:00"
                : throw new FormatException(occasion));

            TableText.Status(HypogonadismAnswer.Of(HormoneStories.Course(string.Join('|', story)), PublishedRuleSets.Of(row["rule set"])).Present)
                .ShouldBe(row["status"], row.ToString());
        }
    }

    [Fact]
    public void The_LH_class_is_that_of_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("lh.csv"))
        {
            Present(row["told"]).LHClass.ToString().ShouldBe(row["class"], row.ToString());
        }
    }

    [Fact]
    public void Calculated_free_testosterone_is_that_of_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("free-testosterone.csv"))
        {
            var free = Eau.FreeTestosterone!.Calculate(
                row.Number("testosterone nmol/L")!.Value, row.Number("SHBG nmol/L")!.Value, row.Number("albumin g/L")!.Value);

            decimal.Round(free, 1).ShouldBe(row.Number("free pmol/L")!.Value, row.ToString());
        }
    }

    [Fact]
    public void Calculated_free_testosterone_is_exact_to_twenty_digits_so_that_no_limit_turns_on_rounding() =>
        decimal.Round(Eau.FreeTestosterone!.Calculate(10, 40, 43), 17).ShouldBe(173.88368307966810722m);

    [Theory]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 70 nmol/L 2026-03-02", true)]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 55.9 nmol/L 2026-03-02", false)]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 55.91 nmol/L 2026-03-02", true)]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 16.5 nmol/L 2026-03-02", false)]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 16.49 nmol/L 2026-03-02", true)]
    [InlineData("T 12 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", true)]
    [InlineData("T 12.01 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", false)]
    [InlineData("T 8 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", true)]
    [InlineData("T 7.99 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", false)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-16", true)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-17", false)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | SHBG >30 nmol/L 2026-03-02", false)]
    [InlineData("T <11 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", false)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02 | Albumin >40 g/L 2026-03-02", false)]
    [InlineData("T 10 nmol/L 2026-03-02T08:00", false)]
    public void Free_testosterone_is_calculated_only_where_the_rule_asks_for_it(string story, bool calculated)
    {
        (Present(story).FreeTestosterone is not null).ShouldBe(calculated);
    }

    [Fact]
    public void An_assumed_albumin_is_flagged()
    {
        var assumed = Present("T 11 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02").FreeTestosterone!;
        var measured = Present("T 12 nmol/L 2026-03-02T08:00 | SHBG 60 nmol/L 2026-03-02 | Albumin 4.0 g/dL 2026-03-02").FreeTestosterone!;

        assumed.AlbuminFactId.ShouldBeNull();
        assumed.AlbuminGramPerLitre.ShouldBe(43m);
        assumed.IsLow.ShouldBeFalse("230.0 is not below 225");
        measured.AlbuminFactId.ShouldBe(Courses.Id(3));
        decimal.Round(measured.PmolPerLitre, 1).ShouldBe(163.4m);
        measured.IsLow.ShouldBeTrue();
    }

    [Fact]
    public void The_flag_names_what_it_rests_on_with_the_value_in_the_unit_compared()
    {
        var flag = HypogonadismAnswer.Of(HormoneStories.Course("T 10.0 nmol/L 2026-03-02T08:00"), PublishedRuleSets.Of("TT300-AM2-2018.1")).Present;

        flag.Used.ShouldBe([new UsedSample(Courses.Id(1), new(2026, 3, 2), Comparison.Exactly, 288.42m, "ng/dL", 300m, TestosteroneClass.Low)]);
    }

    [Fact]
    public void The_flag_names_each_fact_it_leaves_out_with_its_reasons()
    {
        var flag = Present(string.Join('|',
            "T 7 nmol/L 2026-03-02T08:00",
            "T 13 nmol/L 2026-04-02T08:00",
            "T 14 nmol/L 2026-05-02T08:00",
            "T 9 nmol/L 2026-05-02T09:00",
            "T 9 nmol/L 2026-05-03T15:00 ill",
            "T <20 nmol/L 2026-05-04T08:00",
            "T 9 nmol/L 2026-05-05T08:00 key=A preliminary",
            "T 15 nmol/L 2026-05-05T08:00 key=A",
            "T 9 nmol/L 2026-05-06T08:00 key=B",
            "T 9 nmol/L 2026-05-06T08:00 key=B withdrawn"));

        flag.Status.ShouldBe(HypogonadismStatus.Normal);
        flag.Used.Select(used => used.FactId).ShouldBe([Courses.Id(3), Courses.Id(8)]);
        flag.LeftOut.Select(left => (left.FactId, string.Join(", ", left.Reasons))).ShouldBe(
        [
            (Courses.Id(1), "BeforeTwoNormals"),
            (Courses.Id(2), "BeforeTwoNormals"),
            (Courses.Id(4), "SameDay"),
            (Courses.Id(5), "AcuteIllness, NotMorning"),
            (Courses.Id(6), "CensoredAcrossLimit"),
            (Courses.Id(7), "Superseded"),
            (Courses.Id(9), "Withdrawn"),
        ]);
    }

    [Fact]
    public void Before_and_after_each_operation_have_their_own_samples()
    {
        var story = string.Join('|',
            "T 7 nmol/L 2024-01-15T08:00",
            "T 14 nmol/L 2024-12-01T08:00",
            "operated 2025-01-15",
            "T 9 nmol/L 2025-09-01T08:00",
            "T 9 nmol/L 2025-10-01T08:00",
            "T 14 nmol/L 2026-01-15T07:30",
            "operated 2026-01-15 08:30",
            "T 7 nmol/L 2026-01-20T08:00");
        var operations = HypogonadismAnswer.Of(HormoneStories.Course(story), Eau).Operations;

        TableText.Of(operations[0].Before).ShouldBe("Normal", "366 days before is too early (R41)");
        TableText.Of(operations[0].After).ShouldBe("LowConfirmed +SignificantDecline", "the sample of the next operation's day is no follow-up (R11)");
        TableText.Of(operations[1].Before).ShouldBe("Discordant", "the sample before induction is this operation's (R11)");
        TableText.Of(operations[1].After).ShouldBe("Indeterminate(EarlyAfterSurgery) +PreExistingLow");
        TableText.Of(HypogonadismAnswer.Of(HormoneStories.Course(story), Eau).Present).ShouldBe(TableText.Of(operations[1].After));
    }

    [Theory]
    [InlineData("2024-01-16", HypogonadismStatus.LowUnconfirmed)]
    [InlineData("2024-01-15", HypogonadismStatus.NoData)]
    public void Before_an_operation_the_last_365_days_count(string drawn, HypogonadismStatus status)
    {
        HypogonadismAnswer.Of(HormoneStories.Course($"T 7 nmol/L {drawn}T08:00 | operated 2025-01-15"), Eau).Operations[0].Before.Status.ShouldBe(status);
    }

    [Fact]
    public void A_sample_from_before_the_previous_operation_says_nothing_before_this_one()
    {
        var story = "T 7 nmol/L 2024-12-01T08:00 | operated 2025-01-15 | operated 2025-10-01";

        HypogonadismAnswer.Of(HormoneStories.Course(story), Eau).Operations[1].Before.Status.ShouldBe(HypogonadismStatus.NoData);
    }

    [Fact]
    public void The_decline_names_its_occasion_percentage_and_limit()
    {
        Present("T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 13 nmol/L 2026-08-20T08:00").Decline
            .ShouldBe(new DeclineFromBaseline(Courses.Id(3), 65m, null, 68.0m));
    }

    [Fact]
    public void An_unknown_rule_set_is_refused_with_the_names_of_the_published_ones()
    {
        Should.Throw<ArgumentException>(() => new HypogonadismQuestion().Ask(HormoneStories.Course(""), new Asked(new(2026, 1, 1), "none", "")))
            .Message.ShouldContain("EAU-2023.1");
    }

    [Fact]
    public void The_published_rule_sets_are_found_and_each_names_its_source()
    {
        PublishedRuleSets.All.Keys.ShouldBe(["BSSM-2023.1", "EAU-2023.1", "EAU-2025.1", "ES-2018.1", "TT300-AM2-2018.1"]);
        PublishedRuleSets.All.Values.ShouldAllBe(ruleSet => ruleSet.Source.Length > 0 && ruleSet.EffectiveOn.Year > 2000);
    }

    private static string? Refusal(string story) => HormoneStories.Facts(story).OfType<HormoneResultReported>()
        .SelectMany(result => new HormoneResultCheck().Check(result, HormoneStories.Course(""), new(Courses.FirstRecorded, new(2026, 1, 1))))
        .Where(finding => finding.Refuses && finding.Code != "ResultKeyMissing")
        .Select(finding => $"refused {finding.Code}")
        .FirstOrDefault();

    private static HypogonadismFlag Present(string story) => HypogonadismAnswer.Of(HormoneStories.Course(story), Eau).Present;
}
