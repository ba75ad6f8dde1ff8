using FollowUp.Access;
using FollowUp.Patients.Pages;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using Marten;

namespace FollowUp.Contacts.Pages;

/// <summary>A call that somebody has begun to record: his own, of one man, sealed with that man's key.</summary>
public sealed record CallDraft
{
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
    public static async Task<CallDraft> OpenAsync(IDocumentSession session, SignedIn user, Man man, CancellationToken cancellationToken)
    {
        var id = IdOf(user, man.Id);
        if (await session.LoadAsync<CallDraft>(id, cancellationToken) is { } kept)
        {
            return kept;
        }

        var draft = new CallDraft { Id = id, Key = Ids.New().ToString(), Seen = man.Course.Version };
        session.Store(draft);
        await session.SaveChangesAsync(cancellationToken);
        return draft;
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
