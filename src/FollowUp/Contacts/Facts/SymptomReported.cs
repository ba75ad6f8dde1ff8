using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Contacts.Facts;

/// <summary>Whether he has a symptom of low testosterone; asked at the hormone check (domain 10).</summary>
[StoredAs("symptom_reported", "symptoms")]
public sealed record SymptomReported : Fact
{
    /// <summary>The symptom.</summary>
    public required Symptom Symptom { get; init; }

    /// <summary>Whether he has it.</summary>
    public required Answer Present { get; init; }

    /// <summary>The day he was asked.</summary>
    public required LocalDate ReportedOn { get; init; }

    /// <summary>The contact in which he reported it.</summary>
    [EntryOf(typeof(ContactMade))]
    public Guid? ContactId { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ReportedOn);
}

/// <summary>A symptom of low testosterone.</summary>
public enum Symptom
{
    /// <summary>Low libido.</summary>
    LowLibido,

    /// <summary>Fewer morning erections.</summary>
    FewerMorningErections,

    /// <summary>Erectile dysfunction.</summary>
    ErectileDysfunction,

    /// <summary>Low energy.</summary>
    LowEnergy,

    /// <summary>Hot flushes.</summary>
    HotFlushes,

    /// <summary>Low mood.</summary>
    LowMood,
}
