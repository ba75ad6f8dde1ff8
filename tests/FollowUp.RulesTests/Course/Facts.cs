using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.RulesTests.Course;

/// <summary>Facts with as little in them as they may have.</summary>
public static class Facts
{
    public static PatientEnrolled Enrolled { get; } = new() { EnrolledOn = new(2026, 1, 5) };

    public static ProcedurePerformed Operated(LocalDate on, ProcedureType type = ProcedureType.MTESE) =>
        new() { Type = type, PerformedOn = on, Side = Side.Left };

    public static EarlierProcedureReported Earlier(string? on, ProcedureType type = ProcedureType.CTESE, RetrievalOutcome outcome = RetrievalOutcome.NotFound) =>
        new() { Type = type, PerformedOn = on is null ? null : PartialDate.TryParse(on), Outcome = outcome };

    public static ContactMade Contact(string at) => new() { MadeAt = Time(at), Kind = ContactKind.Call };

    public static WeightMeasured Weight(LocalDate on, decimal kilograms) => new() { MeasuredOn = on, Kilograms = kilograms };

    public static ComplicationReported Complication(LocalDate detected, string? onset = null, Guid? procedure = null) => new()
    {
        Type = ComplicationType.Haematoma,
        DetectedOn = detected,
        OnsetOn = onset is null ? null : PartialDate.TryParse(onset),
        ReportedBy = ReportedBy.Nurse,
        ProcedureId = procedure,
    };

    public static ComplicationGraded Graded(Guid complication, ClavienDindo grade, LocalDate on) =>
        new() { ComplicationId = complication, Grade = grade, GradedOn = on };

    public static PatientDied Died(string on) => new() { DiedOn = PartialDate.TryParse(on)!.Value };

    public static EntryRetracted Retracted(Guid entry) => new() { EntryId = entry, Reason = CorrectionReason.TypingError };

    public static EntryCorrected Corrected(Guid entry, string changes) => new()
    {
        EntryId = entry,
        Changes = System.Text.Json.Nodes.JsonNode.Parse(changes)!.AsObject(),
        Reason = CorrectionReason.TypingError,
    };

    public static ClinicalTime Time(string text) => ClinicalTime.TryParse(text) ?? throw new FormatException(text);
}
