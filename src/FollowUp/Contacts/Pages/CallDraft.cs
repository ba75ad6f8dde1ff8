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

/// <summary>The draft of a call that is being recorded: one for each user and man, encrypted with the man's key.</summary>
public sealed record CallDraft
{
    private static readonly Duration RecentlyRecorded = Duration.FromHours(1);

    /// <summary>The id, made from the user and the man, so that two windows share one draft.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key of the call.</summary>
    public required string Key { get; init; }

    /// <summary>The man's version when the draft was begun. Entries after it have not been seen.</summary>
    public required long Seen { get; init; }

    /// <summary>What was typed, encrypted; null before anything was typed.</summary>
    public string? Sealed { get; init; }

    /// <summary>The id of a user's draft for a man.</summary>
    public static Guid IdOf(SignedIn user, Guid man) => Ids.Of($"draft/{user.UserId}/{man}");

    /// <summary>Loads the draft, or creates and stores a new one at once, so that a second window gets the same.</summary>
    public static async Task<CallDraft> OpenAsync(IDocumentSession session, SignedIn user, Man man, Instant now, CancellationToken cancellationToken)
    {
        var id = IdOf(user, man.Id);
        if (await session.LoadAsync<CallDraft>(id, cancellationToken) is { } existing)
        {
            return existing;
        }

        // Going back after a call was saved opens a new draft. What this user has just stored counts as not seen, so that it is shown
        // before a second contact is stored.
        var own = man.Course.Standing.Where(standing => standing.Fact is ContactMade && standing.Entry.RecordedBy == user.UserId && now - standing.Entry.RecordedAt < RecentlyRecorded).ToList();
        var draft = new CallDraft { Id = id, Key = Ids.New().ToString(), Seen = own.Count == 0 ? man.Course.Version : own.Min(standing => standing.Entry.Version) - 1 };
        session.Insert(draft);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return draft;
        }
        catch (DocumentAlreadyExistsException)
        {
            // Another window created it at the same moment: both show one call.
            session.EjectAllPendingChanges();
            return await session.LoadAsync<CallDraft>(id, cancellationToken) ?? draft;
        }
    }

    /// <summary>Deletes a user's draft for a man.</summary>
    public static async Task DeleteAsync(IDocumentStore store, SignedIn user, Guid man, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(user.Clinic.Id);
        session.Delete<CallDraft>(IdOf(user, man));
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What was typed; an empty form when nothing was typed or the man is erased.</summary>
    public FormValues Values(Man man) => Sealed is null || man.IsErased
        ? FormValues.None
        : FormValues.Of(new FormCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(man.Open(new SealedText(Sealed)))));

    /// <summary>The draft with the current content of the form.</summary>
    public CallDraft With(IFormCollection form, Man man) => this with
    {
        Sealed = man.Seal(
            QueryString.Create(form.Where(field => field.Key is not Viewer.TokenField)).ToUriComponent().TrimStart('?'), $"draft/{Id}")?.CipherText,
    };
}
