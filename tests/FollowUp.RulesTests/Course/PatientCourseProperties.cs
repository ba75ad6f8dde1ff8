using System.Text.Json.Nodes;
using CsCheck;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Recording.ReadModels;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course;

public sealed class PatientCourseProperties
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 20].Select(day => new LocalDate(2026, 3, 1).PlusDays(day));

    private static readonly Gen<Fact> Plain = Gen.OneOf(
        Days.Select(Gen.Int[50, 90], (day, kilograms) => (Fact)Weight(day, kilograms)),
        Days.Select(day => (Fact)Operated(day)),
        Gen.OneOf(Gen.Const((string?)"2025"), Gen.Const((string?)"2026-03"), Gen.Const((string?)"2026-03-04"), Gen.Const((string?)null!)).Select(on => (Fact)Earlier(on)),
        Days.Select(Gen.OneOf(Gen.Const(""), Gen.Const("T08:00"), Gen.Const("T20:30")), (day, time) => (Fact)Contact($"{day:uuuu-MM-dd}{time}")));

    /// <summary>A log of plain facts, corrections of plain facts and retractions of anything earlier.</summary>
    private static readonly Gen<Fact[]> Logs = Gen.Select(Plain, Gen.Int[0, 5], Gen.Int[0, 1000], Gen.Int[0, 3]).Array[1, 14].Select(drawn =>
    {
        var log = new List<Fact>();
        foreach (var (plain, kind, which, field) in drawn)
        {
            var weights = Enumerable.Range(0, log.Count).Where(i => log[i] is WeightMeasured).ToList();
            log.Add((kind, log.Count, weights.Count) switch
            {
                (3, > 0, _) or (4, > 0, _) => Retracted(Id(which % log.Count + 1)),
                (5, _, > 0) => Corrected(Id(weights[which % weights.Count] + 1), field switch
                {
                    0 => $$"""{"kilograms":{{100 + which}}}""",
                    1 => $$"""{"measuredOn":"2026-04-{{which % 30 + 1:00}}"}""",
                    2 => $$"""{"kilograms":{{100 + which}},"measuredOn":"2026-04-{{which % 30 + 1:00}}"}""",
                    _ => """{"note":"sealed:1:AAEC"}""",
                }),
                _ => plain,
            });
        }

        return log.ToArray();
    });

    [Fact]
    public void Folding_in_two_parts_equals_folding_at_once() => Gen.Select(Logs, Gen.Int[0, 14]).Sample((log, cut) =>
    {
        var whole = Of(log);
        var inParts = whole.Log.Skip(cut).Aggregate(PatientCourse.Of(Patient, Istanbul, whole.Log.Take(cut)), (course, entry) => course.With(entry));

        Stated(inParts).ShouldBe(Stated(whole));
        inParts.Version.ShouldBe(whole.Version);
    });

    [Fact]
    public void A_course_that_was_asked_before_each_entry_equals_folding_at_once() => Logs.Sample(log =>
    {
        var whole = Of(log);
        var asked = whole.Log.Aggregate(PatientCourse.Empty(Patient, Istanbul), (course, entry) =>
        {
            _ = (course.Standing.Count, course.Of<WeightMeasured>().Count(), course.Of<ContactMade>().Count(), Operation.AllIn(course).Count);
            return course.With(entry);
        });

        Stated(asked).ShouldBe(Stated(whole));
        asked.Of<WeightMeasured>().Select(weight => weight.Fact).ShouldBe(whole.Of<WeightMeasured>().Select(weight => weight.Fact));
        asked.Of<ContactMade>().Select(contact => contact.Id).ShouldBe(whole.Of<ContactMade>().Select(contact => contact.Id));
        Operation.AllIn(asked).Select(operation => operation with { Entries = [] }).ShouldBe(Operation.AllIn(whole).Select(operation => operation with { Entries = [] }));
        Operation.AllIn(asked).SelectMany(operation => operation.Entries).ShouldBe(Operation.AllIn(whole).SelectMany(operation => operation.Entries));
    });

    [Fact]
    public void The_order_of_recording_plain_facts_changes_nothing_that_stands() =>
        Plain.Array[0, 12].SelectMany(facts => Gen.Shuffle(Enumerable.Range(0, facts.Length).ToArray()).Select(order => (facts, order))).Sample(drawn =>
        {
            var course = Of(drawn.facts);
            var shuffled = PatientCourse.Of(Patient, Istanbul, drawn.order.Select((from, to) =>
                course.Log[from] with { Version = to + 1, RecordedAt = FirstRecorded + Duration.FromMinutes(to) }));

            Stated(shuffled).ShouldBe(Stated(course));
        });

    [Fact]
    public void Retracting_an_entry_and_then_the_retraction_is_neutral() => Gen.Select(Logs, Gen.Int[0, 1000]).Sample((log, which) =>
    {
        var target = which % log.Length + 1;

        Stated(Of([.. log, Retracted(Id(target)), Retracted(Id(log.Length + 1))])).ShouldBe(Stated(Of(log)));
    });

    [Fact]
    public void An_entry_stands_when_no_retraction_of_it_does() => Logs.Sample(log =>
    {
        bool Stands(int n) => !Enumerable.Range(1, log.Length).Any(m =>
            log[m - 1] is EntryRetracted retraction && retraction.EntryId == Id(n) && Stands(m));

        Of(log).Standing.Select(standing => standing.Id).Order()
            .ShouldBe(Enumerable.Range(1, log.Length).Where(n => log[n - 1] is not (EntryRetracted or EntryCorrected) && Stands(n)).Select(Id));
    });

    [Fact]
    public void Each_field_is_that_of_the_last_standing_correction_that_names_it() => Logs.Sample(log =>
    {
        var course = Of(log);
        var retracted = Corrections.RetractedIn(course.Log);
        foreach (var weight in course.Of<WeightMeasured>())
        {
            JsonNode? Last(string field) => course.Log
                .Where(entry => !retracted.Contains(entry.Id))
                .Select(entry => entry.Fact)
                .OfType<EntryCorrected>()
                .Where(correction => correction.EntryId == weight.Id && correction.Changes.ContainsKey(field))
                .Select(correction => correction.Changes[field])
                .LastOrDefault();

            var recorded = (WeightMeasured)weight.Entry.Fact;
            weight.Fact.Kilograms.ShouldBe(Last("kilograms")?.GetValue<decimal>() ?? recorded.Kilograms);
            weight.Fact.MeasuredOn.ToString("uuuu-MM-dd", null).ShouldBe(Last("measuredOn")?.GetValue<string>() ?? recorded.MeasuredOn.ToString("uuuu-MM-dd", null));
        }
    });

    private static IReadOnlyList<string> Stated(PatientCourse course) =>
        [.. course.Standing.Select(standing => $"{standing.Id} {FactJson.ToObject(standing.Fact).ToJsonString()}")];
}
