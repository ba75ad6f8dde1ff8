using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Rules;
using FollowUp.Recording;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course;

public sealed class MergingTests
{
    private static readonly Guid Merge = Courses.Id(900);

    private static readonly Guid Away = Courses.Id(901);

    private static readonly Guid OtherId = Guid.Parse("00000000-0000-0000-0000-0000000000bb");

    private static readonly Asked Asked = new(new(2026, 9, 1), "EAU-2023.1", "standard-1");

    [Fact]
    public void Merged_records_answer_as_one_man_with_all_facts_would()
    {
        const string here = "operated 2026-01-15 | contact 2026-03-01T10:00 None | weight 2026-01-15 60";
        const string there = "elsewhere 2019 | complication 2026-01-20 of=5 | graded 6 IIIb 2026-01-22 d | dose 2026-01-20T10:00 Paracetamol 1000 | pain 2026-01-20T10:00 nrs=5 | volume 2026-01-10 Left 12.0 Ultrasound";
        var facts = Stories.Told($"{here} | operated 2026-01-15 | {there}".Replace("of=5", "of=4", StringComparison.Ordinal));
        var man = Courses.Of(facts);
        var survivor = PatientCourse.Of(man.PatientId, man.Zone, man.Log.Where(entry => entry.Version <= 3));
        var other = PatientCourse.Of(OtherId, man.Zone, man.Log.Where(entry => entry.Version > 3).Select((entry, i) => entry with { Version = i + 1 }));

        var merged = Merged(survivor, other);

        foreach (var question in Questions.All)
        {
            var answer = AsOriginals(FactText(question.Ask(merged, Asked)), other);
            answer.ShouldBe(FactText(question.Ask(man, Asked)), question.Name);
        }
    }

    [Fact]
    public void A_copy_names_the_original_its_time_and_its_recorder()
    {
        var other = Courses.Of(Enrolled, Contact("2026-02-01T10:00"), Corrected(Courses.Id(2), """{"madeAt":"2026-02-02T10:00"}"""));

        var copy = Merging.Copies(other, Merge)[1].Fact.ShouldBeOfType<ContactMade>();

        copy.CopiedFrom.ShouldBe(new CopiedFrom(Merge, Courses.Id(2), other.Log[1].RecordedAt, "nurse-1"));
        copy.MadeAt.ShouldBe(Time("2026-02-02T10:00"));
    }

    [Fact]
    public void Retracted_entries_are_not_copied()
    {
        var other = Courses.Of(Enrolled, Contact("2026-02-01T10:00"), Retracted(Courses.Id(2)));

        Merging.Copies(other, Merge).Select(copy => copy.Fact.GetType()).ShouldBe([typeof(PatientEnrolled)]);
    }

    [Fact]
    public void Copies_of_one_days_operations_stay_one_session_in_their_order_of_entry()
    {
        var other = Courses.Of(Operated(new(2026, 1, 15)), Operated(new(2026, 1, 15), ProcedureType.CTESE), Operated(new(2026, 1, 15), ProcedureType.TESA));

        var merged = Merged(Courses.Of(), other);
        Operation.AllIn(merged).ShouldHaveSingleItem().Entries.Select(entry => ((ProcedurePerformed)merged.Find(entry)!.Fact).Type)
            .ShouldBe([ProcedureType.MTESE, ProcedureType.CTESE, ProcedureType.TESA]);
    }

    [Fact]
    public void A_merged_record_says_nothing_itself()
    {
        var other = Courses.Of(Enrolled, Operated(new(2026, 1, 15)));
        var closed = Closed(other);

        closed.Merged!.Fact.SurvivorId.ShouldBe(Courses.Patient);
        Questions.Dates(closed, "standard-1").ShouldBe(new WorkDates(null, null));
        Operation.AllIn(closed).ShouldBeEmpty();
    }

    [Fact]
    public void As_of_before_the_merge_both_records_are_as_they_were()
    {
        var (survivor, other) = (Courses.Of(Enrolled), Courses.Of(Enrolled, Contact("2026-02-01T10:00")));
        var before = Courses.FirstRecorded + Duration.FromDays(1);

        Standing(Merged(survivor, other).AsOf(before)).ShouldBe(Standing(survivor));
        Standing(Closed(other).AsOf(before)).ShouldBe(Standing(other));
    }

    [Fact]
    public void Of_two_enrolments_the_earlier_day_and_the_finding_that_was_made_count()
    {
        var survivor = Courses.Of(Enrolled with { YMicrodeletion = YMicrodeletion.AZFc });
        var other = Courses.Of(Enrolled with { EnrolledOn = new(2024, 5, 2), AgeYears = 31, Karyotype = Karyotype.KlinefelterMosaic, YMicrodeletion = YMicrodeletion.None });

        var answer = EnrolmentQuestion.Answer(Merged(survivor, other));

        answer.EnrolledOn.ShouldBe(new LocalDate(2024, 5, 2));
        answer.AgeYears.ShouldBe(31);
        answer.Klinefelter.ShouldBe(Answer.Yes);
        answer.YMicrodeletion.ShouldBe(YMicrodeletion.AZFc);
        answer.ExplainedBy.Count.ShouldBe(2);
    }

    [Fact]
    public void Undoing_puts_both_records_back()
    {
        var survivor = Courses.Of(Enrolled, Contact("2026-03-01T10:00"));
        var other = Courses.Of(Enrolled, Operated(new(2026, 1, 15)), Complication(new(2026, 1, 20), procedure: Courses.Id(2)));

        var (back, reopened) = Undone(Merged(survivor, other), other, []);

        Standing(back).ShouldBe(Standing(survivor));
        Standing(reopened).ShouldBe(Standing(other));
        Merging.IsUndone(back, Merge).ShouldBeTrue();
    }

    [Fact]
    public void What_was_recorded_since_is_proposed_by_what_it_names_and_by_the_operation_before_it()
    {
        var survivor = Courses.Of(Enrolled, Operated(new(2026, 1, 15)));
        var other = Courses.Of(Enrolled, Operated(new(2025, 1, 15)));
        var merged = Then(
            Merged(survivor, other),
            Contact("2025-02-01T10:00"), Contact("2026-03-01T10:00"), Complication(new(2026, 3, 1), procedure: Merging.CopyId(Merge, Courses.Id(2))),
            Graded(Courses.Id(952), ClavienDindo.I, new(2026, 3, 2)));

        Unmerging.Since(merged, merged.Find(Merge)!).Select(since => since.Proposal)
            .ShouldBe([MergedRecord.Other, MergedRecord.Survivor, MergedRecord.Other, MergedRecord.Other]);
    }

    [Fact]
    public void A_fact_recorded_since_must_be_assigned_and_with_what_it_names()
    {
        var other = Courses.Of(Enrolled, Operated(new(2025, 1, 15)));
        var merged = Then(Merged(Courses.Of(Enrolled), other), Complication(new(2025, 3, 1), procedure: Merging.CopyId(Merge, Courses.Id(2))), Contact("2026-03-01T10:00"));

        Codes([]).ShouldBe(["Unassigned", "Unassigned"]);
        Codes(new() { [Courses.Id(950)] = MergedRecord.Survivor, [Courses.Id(951)] = MergedRecord.Other }).ShouldBe(["NamesTheOther"]);
        Codes(new() { [Courses.Id(950)] = MergedRecord.Other, [Courses.Id(951)] = MergedRecord.Other, [Courses.Id(1)] = MergedRecord.Other }).ShouldBe(["UnknownEntry"]);

        IEnumerable<string> Codes(Dictionary<Guid, MergedRecord> assigned) =>
            Unmerging.Undo(merged, Closed(other), merged.Find(Merge)!, assigned).Findings.Select(finding => finding.Code);
    }

    [Fact]
    public void What_is_assigned_to_the_other_and_what_was_changed_of_his_goes_with_him()
    {
        var other = Courses.Of(Enrolled, Operated(new(2025, 1, 15)), Contact("2025-02-01T10:00"), Contact("2025-03-01T10:00"));
        var merged = Then(
            Merged(Courses.Of(Enrolled), other),
            Complication(new(2025, 1, 20), procedure: Merging.CopyId(Merge, Courses.Id(2))),
            Corrected(Merging.CopyId(Merge, Courses.Id(2)), """{"performedOn":"2025-01-16"}"""),
            Retracted(Merging.CopyId(Merge, Courses.Id(3))));

        var (back, reopened) = Undone(merged, other, new() { [Courses.Id(950)] = MergedRecord.Other });

        Standing(back).ShouldBe(Standing(Courses.Of(Enrolled)));
        reopened.Of<ProcedurePerformed>().ShouldHaveSingleItem().Fact.PerformedOn.ShouldBe(new LocalDate(2025, 1, 16));
        reopened.Of<ContactMade>().ShouldHaveSingleItem().Id.ShouldBe(Courses.Id(4));
        reopened.Of<ComplicationReported>().ShouldHaveSingleItem().Fact.ProcedureId.ShouldBe(Courses.Id(2));
    }

    [Fact]
    public void A_merge_is_neither_corrected_nor_retracted_nor_brought_back_in_part()
    {
        var other = Courses.Of(Enrolled, Contact("2026-02-01T10:00"));
        var merged = Merged(Courses.Of(Enrolled), other);
        var (back, _) = Undone(merged, other, []);
        var copy = Merging.CopyId(Merge, Courses.Id(2));
        var retractionOfCopy = back.Log.Single(entry => entry.Fact is EntryRetracted retraction && retraction.EntryId == copy).Id;

        Code(Decide.Retract(merged, Courses.Id(960), Retracted(Merge))).ShouldBe("MergeStays");
        Code(Decide.Retract(back, Courses.Id(960), Retracted(retractionOfCopy))).ShouldBe("MergeUndone");
        Code(Decide.Correct(merged, Courses.Id(960), Corrected(Merge, """{"mergedOn":"2026-01-01"}"""), new([], false), (_, _, _) => [], new(Courses.FirstRecorded, new(2026, 9, 1))))
            .ShouldBe("MergeStays");

        static string Code(Decision decision) => decision.ShouldBeOfType<Decision.Refuse>().Findings.ShouldHaveSingleItem().Code;
    }

    private static PatientCourse Merged(PatientCourse survivor, PatientCourse other) =>
        With(survivor, [new(Merge, new RecordsMerged { OtherId = other.PatientId, MergedOn = new(2026, 9, 1) }), .. Merging.Copies(other, Merge)]);

    private static PatientCourse Closed(PatientCourse other) =>
        With(other, [new(Away, new MergedInto { SurvivorId = Courses.Patient, MergeId = Merge, MergedOn = new(2026, 9, 1) })]);

    private static (PatientCourse Survivor, PatientCourse Other) Undone(PatientCourse merged, PatientCourse other, Dictionary<Guid, MergedRecord> assigned)
    {
        var undoing = Unmerging.Undo(merged, Closed(other), merged.Find(Merge)!, assigned);
        undoing.Findings.ShouldBeEmpty();
        return (With(merged, undoing.Survivor), With(Closed(other), undoing.Other));
    }

    private static PatientCourse Then(PatientCourse course, params Fact[] facts) => With(course, facts.Select((fact, i) => new NewEntry(Courses.Id(950 + i), fact)));

    private static PatientCourse With(PatientCourse course, IEnumerable<NewEntry> added) => course.With(added.Select((entry, i) =>
        new Entry(entry.Id, course.Version + 1 + i, Courses.FirstRecorded + Duration.FromDays(200), "administrator-1", entry.Fact)));

    private static IEnumerable<string> Standing(PatientCourse course) => course.Standing.Select(standing => $"{standing.Id} {FactJson.ToObject(standing.Fact).ToJsonString()}");

    private static string FactText(object answer) => System.Text.Json.JsonSerializer.Serialize(answer, FactJson.Options);

    private static string AsOriginals(string answer, PatientCourse other) => other.Log.Aggregate(
        answer, (text, entry) => text.Replace(Merging.CopyId(Merge, entry.Id).ToString(), entry.Id.ToString(), StringComparison.Ordinal));
}
