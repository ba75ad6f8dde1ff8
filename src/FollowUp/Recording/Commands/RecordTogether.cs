using FollowUp.Course;
using FollowUp.Course.Json;
using Marten;

namespace FollowUp.Recording.Commands;

/// <summary>Records several facts of a man that were stated together, all of them or none: a call, the values of one blood sample.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Facts">What is stated, in this order: a later one may name an earlier one.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record RecordTogether(Guid PatientId, IReadOnlyList<StatedFact> Facts, Sender Sender)
{
    /// <summary>What every command carries besides the fact; the note is each fact's own.</summary>
    public Envelope Envelope { get; init; } = new();

    /// <summary>What a log may show of it: no free text, no fact.</summary>
    public override string ToString() => $"{nameof(RecordTogether)} {string.Join(' ', Facts.Select(stated => $"{FactJson.NameOf(stated.Fact)} {stated.FactId}"))}";
}

/// <summary>One of several facts.</summary>
/// <param name="FactId">The entry's id: sent again, it is the same entry.</param>
/// <param name="Fact">What is stated; its free text is not in it yet.</param>
/// <param name="Note">Free text about it, sealed before it is stored.</param>
public sealed record StatedFact(Guid FactId, Fact Fact, string? Note = null)
{
    /// <summary>Shows no free text and no fact.</summary>
    public override string ToString() => $"{nameof(StatedFact)} {FactId}";
}

/// <summary>Decides on each fact with those before it, and appends them in one transaction.</summary>
public static class RecordTogetherHandler
{
    /// <summary>Handles the command. Lost races are decided again by the bus's policy.</summary>
    public static Task<Outcome> Handle(RecordTogether command, IDocumentSession session, FactPipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.RunAsync(session, command.PatientId, command.Facts, command.Envelope, command.Sender, cancellationToken);
}
