using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.Recording.Commands;

/// <summary>Records a fact of a man: the one way in, for pages, the interface, files, jobs and the command line alike.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="FactId">The entry's id, the sender's or made at the edge.</param>
/// <param name="Fact">What is stated; its free text is not in it yet.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record RecordFact(Guid PatientId, Guid FactId, Fact Fact, Sender Sender)
{
    /// <summary>What every command carries besides the fact.</summary>
    public Envelope Envelope { get; init; } = new();

    /// <summary>What a log may show of it: no free text, no fact.</summary>
    public override string ToString() => $"{nameof(RecordFact)} {FactJson.NameOf(Fact)} {FactId}";
}

/// <summary>Who sends a command: a signed-in user, or a job by its name.</summary>
/// <param name="UserId">The actor on the event.</param>
/// <param name="ClinicId">The clinic.</param>
/// <param name="IsClinician">Whether they may record what only clinicians record.</param>
/// <param name="IsSystem">Whether it is the program itself.</param>
public sealed record Sender(string UserId, string ClinicId, bool IsClinician, bool IsSystem = false)
{
    /// <summary>A signed-in user.</summary>
    public static Sender Of(SignedIn user) => new(user.UserId, user.Clinic.Id, user.IsClinician);

    /// <summary>Whether they may record, correct and retract a kind of fact.</summary>
    public bool May(StoredAsAttribute kind) => kind.By switch
    {
        Recorder.System => IsSystem,
        Recorder.Clinician => IsClinician,
        _ => true,
    };
}

/// <summary>The outcome of a command.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The outcome of a decision that appends nothing new.</summary>
    public static Outcome Of(Decision decision) => decision switch
    {
        Decision.Refuse refused => new Refused(refused.Findings),
        Decision.Confirm confirm => new NeedsConfirmation(confirm.Warnings),
        _ => throw new InvalidOperationException(decision.GetType().Name),
    };

    /// <summary>It is stored: now, or since it was sent before.</summary>
    public sealed record Recorded(Guid FactId, PatientCourse Course, bool Before) : Outcome
    {
        /// <summary>The course without it, where the decision has just folded it.</summary>
        public PatientCourse? Earlier { get; init; }

        /// <summary>Codes of what was sent with it and is not stored.</summary>
        public IReadOnlyList<string> Notices { get; init; } = [];
    }

    /// <summary>It would be stored; it was a dry run.</summary>
    public sealed record Proposed(PatientCourse Before, PatientCourse After) : Outcome;

    /// <summary>It was not stored.</summary>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : Outcome
    {
        /// <summary>Whether an entry is stored under the id with other content.</summary>
        public bool IsIdInUse => Findings.Any(finding => finding.Code == "IdInUse");
    }

    /// <summary>It is stored once these are confirmed.</summary>
    public sealed record NeedsConfirmation(IReadOnlyList<Finding> Warnings) : Outcome;

    /// <summary>There is no such man in the clinic.</summary>
    public sealed record UnknownPatient : Outcome;

    /// <summary>The record is merged into another and takes no more facts.</summary>
    public sealed record Merged(Guid PatientId, Guid SurvivorId) : Outcome
    {
        /// <summary>The refusal, in words.</summary>
        public Finding Finding => Finding.Refusal(
            "RecordMerged", "patientId", PatientId, $"This record is merged into {SurvivorId} and takes no more facts. Send it there.");
    }

    /// <summary>The sender may not record this kind of fact.</summary>
    public sealed record NotAllowed(StoredAsAttribute Kind) : Outcome;

    /// <summary>The entry changed since the sender saw it.</summary>
    public sealed record Stale(Guid EntryId, long SeenVersion, PatientCourse Course) : Outcome;

    /// <summary>The key was used before with another body.</summary>
    public sealed record KeyReused : Outcome;
}
