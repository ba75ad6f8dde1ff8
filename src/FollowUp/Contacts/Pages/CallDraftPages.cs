using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using Marten;

namespace FollowUp.Contacts.Pages;

/// <summary>Stores and discards the draft of a call.</summary>
public sealed class CallDraftPages : IActivity
{
    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services) => store.Schema.For<CallDraft>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapForm("/men/{id:guid}/call/draft", Policies.Care, SaveAsync);
        endpoints.MapForm("/men/{id:guid}/call/discard", Policies.Care, DiscardAsync);
    }

    private static async Task<IResult> SaveAsync(Guid id, HttpContext http, Men men, IDocumentStore store, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        if (await men.FindAsync(http, id, token) is not { } man)
        {
            return PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);
        }

        await using var session = store.LightweightSession(man.Clinic.Id);
        var draft = await session.LoadAsync<CallDraft>(CallDraft.IdOf(SignedIn.Of(http), man.Id), token);

        // A window that stayed open after its call was stored has another key, and must not overwrite the new draft.
        if (draft is not null && draft.Key == form["key"])
        {
            session.Store(draft.With(form, man));
            await session.SaveChangesAsync(token);
        }

        return http.Request.Headers.ContainsKey("X-Fragment") ? Results.NoContent() : Results.Redirect($"/men/{man.Id}");
    }

    private static async Task<IResult> DiscardAsync(Guid id, HttpContext http, IDocumentStore store, CancellationToken token)
    {
        await CallDraft.DeleteAsync(store, SignedIn.Of(http), id, token);
        return Results.Redirect($"/men/{id}/call");
    }
}
