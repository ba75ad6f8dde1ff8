using FollowUp.Access;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using JasperFx;
using Marten;
using NodaTime;

namespace FollowUp.Contacts.Pages;

/// <summary>A call that somebody has begun to record: his own, of one man, sealed with that man's key.</summary>
public sealed record CallDraft
{
    private static readonly Duration JustNow = Duration.FromHours(1);

    /// <summary>Made from the user and the man: one draft a user and man, also in two windows.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key of the call.</summary>
    public required string Key { get; init; }

    /// <summary>The man's version when it was begun: what was recorded after it was not seen.</summary>
    public required long Seen { get; init; }

    /// <summary>What was typed, sealed; null before anything was.</summary>
    public string? Sealed { get; init; }

    /// <summary>The id of a user's draft of a man.</summary>
    public static Guid IdOf(SignedIn user, Guid man) => Ids.Of($"draft/{user.UserId}/{man}");

    /// <summary>The draft, or a new one, which is kept at once: a second window gets the same.</summary>
    public static async Task<CallDraft> OpenAsync(IDocumentSession session, SignedIn user, Man man, Instant now, CancellationToken cancellationToken)
    {
        var id = IdOf(user, man.Id);
        if (await session.LoadAsync<CallDraft>(id, cancellationToken) is { } kept)
        {
            return kept;
        }

        // Back, after a call was saved, opens another: what the user has just stored counts as not seen yet, so that it is shown before a
        // second contact is stored beside it.
        var own = man.Course.Standing.Where(standing => standing.Fact is ContactMade && standing.Entry.RecordedBy == user.UserId && now - standing.Entry.RecordedAt < JustNow).ToList();
        var draft = new CallDraft { Id = id, Key = Ids.New().ToString(), Seen = own.Count == 0 ? man.Course.Version : own.Min(standing => standing.Entry.Version) - 1 };
        session.Insert(draft);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return draft;
        }
        catch (DocumentAlreadyExistsException)
        {
            // A window opened at the same moment was first: it is one call.
            session.EjectAllPendingChanges();
            return await session.LoadAsync<CallDraft>(id, cancellationToken) ?? draft;
        }
    }

    /// <summary>What was typed; an empty form, when nothing was or the man is erased.</summary>
    public FormValues Values(Man man) => Sealed is null || man.IsErased
        ? FormValues.None
        : FormValues.Of(new FormCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(man.Open(new SealedText(Sealed)))));

    /// <summary>The draft with what is typed now.</summary>
    public CallDraft With(IFormCollection form, Man man) => this with
    {
        Sealed = man.Seal(
            QueryString.Create(form.Where(field => field.Key is not Viewer.TokenField)).ToUriComponent().TrimStart('?'), $"draft/{Id}")?.CipherText,
    };
}
