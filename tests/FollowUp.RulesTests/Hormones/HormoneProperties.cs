using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CsCheck;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Json;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Reports.Making;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Hormones.HormoneHistories;

namespace FollowUp.RulesTests.Hormones;

/// <summary>What holds for the hormones of every man, whatever was recorded, in whatever order and unit.</summary>
public sealed class HormoneProperties
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options) { Converters = { new PlainDecimal() } };

    private static readonly Regex AsTyped = new("\"reported\":\"[^\"]*\"", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static readonly IQuestion[] Questions = [new HormoneSamplesQuestion(), new RecoveryQuestion(), new HypogonadismQuestion()];

    private static readonly string[] LHUnits = ["IU/L", "[IU]/L", "mIU/mL", "u/l"];

    [Fact]
    public void No_answer_of_an_empty_course_throws()
    {
        foreach (var ruleSet in PublishedRuleSets.All.Keys)
        {
            Answers(PatientCourse.Empty(Patient, Istanbul), ruleSet).ShouldContain("NoData");
        }
    }

    [Fact]
    public void Only_a_question_that_says_so_depends_on_the_rule_set() => Histories.Sample(facts =>
    {
        var course = Of(facts);
        foreach (var question in FollowUp.Recording.Questions.All.Where(question => question is not IGuidelineQuestion goes || !goes.DependsOn.Contains(GuidelineKind.RuleSet)))
        {
            PublishedRuleSets.All.Keys
                .Select(id => JsonSerializer.Serialize(question.Ask(course, new Asked(First.PlusDays(900), id, "standard-1")), FactJson.Options))
                .Distinct(StringComparer.Ordinal)
                .ShouldHaveSingleItem(question.Name);
        }
    });

    [Fact]
    public void The_same_value_typed_in_any_unit_gives_the_same_answers()
    {
        Gen.Select(Histories, Gen.Int[0, 3].Array[20], Gen.OneOf([.. PublishedRuleSets.All.Keys])).Sample((facts, units, ruleSet) =>
        {
            var retyped = facts.Select((fact, i) => fact switch
            {
                HormoneResultReported { Unit: "nmol/L", Analyte: Analyte.Testosterone } result => Retyped(result, units[i]),
                HormoneResultReported { Analyte: Analyte.LH } result => result with { Unit = LHUnits[units[i]] },
                HormoneResultReported { Analyte: Analyte.Albumin } result when units[i] > 1 => With(result, number => number / 10) with { Unit = "g/dL" },
                _ => fact,
            }).ToArray();

            AsTyped.Replace(Answers(Of(retyped), ruleSet), "").ShouldBe(AsTyped.Replace(Answers(Of(facts), ruleSet), ""));
        });
    }

    [Fact]
    public void The_order_of_recording_changes_no_answer()
    {
        Gen.Select(Histories, Gen.Int[0, int.MaxValue], Gen.OneOf([.. PublishedRuleSets.All.Keys])).Sample((facts, seed, ruleSet) =>
        {
            var entries = facts.Select((fact, i) => new Entry(Id(i + 1), i + 1, FirstRecorded, "nurse-1", fact)).ToArray();
            var shuffled = entries.ToArray();
            new Random(seed).Shuffle(shuffled);
            KeepSessionsNamed(shuffled);

            Answers(PatientCourse.Of(Patient, Istanbul, shuffled.Select((entry, i) => entry with { Version = i + 1 })), ruleSet)
                .ShouldBe(Answers(PatientCourse.Of(Patient, Istanbul, entries), ruleSet));
        });
    }

    // The operations of one day are one session, named by the entry recorded first (R12): among themselves they keep their order.
    private static void KeepSessionsNamed(Entry[] shuffled)
    {
        foreach (var session in Enumerable.Range(0, shuffled.Length)
            .Where(i => shuffled[i].Fact is ProcedurePerformed or EarlierProcedureReported)
            .GroupBy(i => shuffled[i].Fact.Occurred(Istanbul).Earliest)
            .Select(day => day.ToArray()).ToList())
        {
            foreach (var (place, entry) in session.Zip(session.Select(i => shuffled[i]).OrderBy(entry => entry.Version).ToArray()))
            {
                shuffled[place] = entry;
            }
        }
    }

    [Fact]
    public void Raising_a_value_never_makes_a_flag_worse()
    {
        Gen.Select(Histories, Gen.Int[0, 7], Gen.Int[1, 20_000], Gen.OneOf([.. PublishedRuleSets.All.Values])).Sample((facts, which, thousandths, ruleSet) =>
        {
            var chosen = Array.FindIndex(facts, fact => fact is HormoneResultReported { Unit: "nmol/L", Analyte: Analyte.Testosterone } && which-- <= 0);
            if (chosen < 0)
            {
                return;
            }

            var raised = facts.ToArray();
            raised[chosen] = Raised((HormoneResultReported)facts[chosen], thousandths / 1000m);
            var before = HypogonadismAnswer.Of(Of(facts), ruleSet).Present;
            var after = HypogonadismAnswer.Of(Of(raised), ruleSet).Present;

            Severity(after.Status).ShouldBeLessThanOrEqualTo(Severity(before.Status), $"{before.Status} became {after.Status}");
            (after.PreExistingLow && !before.PreExistingLow).ShouldBeFalse();
            (after.LowDespiteStimulation.Count > before.LowDespiteStimulation.Count).ShouldBeFalse();
            if (before.Decline?.FactId == Id(chosen + 1))
            {
                (after.SignificantDecline && !before.SignificantDecline).ShouldBeFalse();
            }
        }, iter: 5000);
    }

    [Fact]
    public void Raising_a_follow_up_value_never_lowers_its_percentage_and_raising_a_baseline_never_raises_one()
    {
        Gen.Select(Histories, Gen.Int[0, 7], Gen.Int[1, 20_000]).Sample((facts, which, thousandths) =>
        {
            var chosen = Array.FindIndex(facts, fact => fact is HormoneResultReported { Unit: "nmol/L", Analyte: Analyte.Testosterone } && which-- <= 0);
            if (chosen < 0)
            {
                return;
            }

            var raised = facts.ToArray();
            raised[chosen] = Raised((HormoneResultReported)facts[chosen], thousandths / 1000m);
            foreach (var (before, after) in OperationRecovery.AllIn(Of(facts), First).Zip(OperationRecovery.AllIn(Of(raised), First)))
            {
                foreach (var (was, became) in before.Windows.Zip(after.Windows))
                {
                    var sign = was.FactId == Id(chosen + 1) ? 1 : before.PreIndex?.FactIds.Contains(Id(chosen + 1)) == true ? -1 : 0;
                    if (was.OfIndex.Percent is { } then && became.OfIndex.Percent is { } now)
                    {
                        Math.Sign(now - then).ShouldBe(sign, $"{then} became {now}");
                    }
                }
            }
        }, iter: 5000);
    }

    [Fact]
    public void Free_testosterone_rises_with_testosterone_falls_with_what_binds_it_and_is_never_more_than_all_of_it()
    {
        var rule = PublishedRuleSets.Of("EAU-2023.1").FreeTestosterone!;
        Gen.Select(Gen.Int[1, 1500], Gen.Int[10, 5000], Gen.Int[100, 700], Gen.Int[1, 100]).Sample((testosterone, shbg, albumin, more) =>
        {
            var (t, s, a, by) = (testosterone / 10m, shbg / 10m, albumin / 10m, more / 10m);
            var free = rule.Calculate(t, s, a);

            free.ShouldBeInRange(0, t * 1000);
            rule.Calculate(t + by, s, a).ShouldBeGreaterThan(free);
            rule.Calculate(t, s + by, a).ShouldBeLessThan(free);
            rule.Calculate(t, s, a + by).ShouldBeLessThan(free);
        });
    }

    [Fact]
    public void The_answer_as_of_an_instant_uses_only_what_was_recorded_until_then()
    {
        Gen.Select(Histories, Gen.Int[0, 14]).Sample((facts, n) =>
        {
            var known = Math.Min(n, facts.Length);

            Answers(Of(facts).AsOf(FirstRecorded + Duration.FromMinutes(known - 1)), "EAU-2023.1").ShouldBe(Answers(Of(facts[..known]), "EAU-2023.1"));
        });
    }

    [Fact]
    public void A_missing_percentage_has_exactly_one_reason_and_a_rebound_is_never_negative()
    {
        Gen.Select(Histories, Days).Sample((facts, on) =>
        {
            foreach (var recovery in OperationRecovery.AllIn(Of(facts), on).SelectMany(each => each.Windows).SelectMany(window => new[] { window.OfIndex, window.OfFirst }))
            {
                (recovery.Percent is null).ShouldBe(recovery.Missing is not null);
                (recovery.ReboundPercent ?? 0).ShouldBeGreaterThanOrEqualTo(0);
                (recovery.NadirPercent ?? 0).ShouldBeLessThanOrEqualTo(recovery.Percent ?? decimal.MaxValue);
            }
        });
    }

    [Fact]
    public void Every_testosterone_result_of_the_period_is_either_used_or_left_out_with_a_reason()
    {
        Histories.Sample(facts =>
        {
            var course = Of([.. facts.Where(fact => fact is not (ProcedurePerformed or EarlierProcedureReported))]);
            var flag = HypogonadismAnswer.Of(course, PublishedRuleSets.Of("EAU-2023.1")).Present;

            flag.Used.Select(used => used.FactId).Concat(flag.LeftOut.Select(left => left.FactId)).Order().ShouldBe(
                course.Of<HormoneResultReported>().Where(result => result.Fact.Analyte == Analyte.Testosterone).Select(result => result.Id).Order());
            flag.LeftOut.ShouldAllBe(left => left.Reasons.Count > 0);
        });
    }

    [Fact]
    public void Every_explanation_gives_each_fact_of_its_kind_once_as_used_or_as_left_out_with_a_reason()
    {
        Gen.Select(Histories, Days, Gen.OneOf([.. PublishedRuleSets.All.Keys])).Sample((facts, on, ruleSet) =>
        {
            var course = Of(facts);
            var results = course.Of<HormoneResultReported>().Where(result => result.Fact.Analyte == Analyte.Testosterone).Select(result => result.Id).ToList();
            foreach (var why in Questions.SelectMany(question => question.Why(course, new(on, ruleSet, ""))))
            {
                var used = why.Used.Select(fact => fact.Id).ToList();
                var leftOut = why.LeftOut.Select(fact => fact.Id).ToList();

                used.ShouldBeUnique(why.Of);
                leftOut.ShouldBeUnique(why.Of);
                used.Intersect(leftOut).ShouldBeEmpty(why.Of);
                why.LeftOut.ShouldAllBe(left => left.Reasons.Count > 0, why.Of);
                if ((why.Of.StartsWith("recovery.", StringComparison.Ordinal) && why.Of != "recovery.occasion")
                    || why.Of is "hypogonadism.status" or "hypogonadism.significantDecline" or "hypogonadism.checkTRT")
                {
                    results.Except(used).Except(leftOut).ShouldBeEmpty(why.Of);
                }
            }
        });
    }

    private static int Severity(HypogonadismStatus status) => status switch
    {
        HypogonadismStatus.NoData => 0,
        HypogonadismStatus.Normal => 1,
        HypogonadismStatus.Indeterminate => 2,
        HypogonadismStatus.Discordant => 3,
        HypogonadismStatus.LowUnconfirmed => 4,
        _ => 5,
    };

    private static HormoneResultReported Retyped(HormoneResultReported result, int unit)
    {
        var (name, factor) = unit switch { 0 => ("ng/dL", 28.842m), 1 => ("ng/mL", 0.28842m), 2 => ("ug/L", 0.28842m), _ => ("nmol/L", 1m) };
        return With(result, number => number * factor) with { Unit = name };
    }

    private static HormoneResultReported Raised(HormoneResultReported result, decimal by) => With(result, number => number + by);

    private static HormoneResultReported With(HormoneResultReported result, Func<decimal, decimal> change)
    {
        var number = result.Value!.TrimStart('<', '>', '=');
        return result with { Value = result.Value[..^number.Length] + Printed(change(decimal.Parse(number, CultureInfo.InvariantCulture))) };
    }

    private static string Answers(PatientCourse course, string ruleSet) => string.Join('\n', Questions
        .Select(question => question.Ask(course, new Asked(First.PlusDays(1200), ruleSet, "")))
        .Select(answer => JsonSerializer.Serialize(answer, answer.GetType(), Json)));

    // The same number is printed the same whatever its trailing zeros.
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(decimal.Round(value, 20).ToString("0.####################", CultureInfo.InvariantCulture));
    }
}
