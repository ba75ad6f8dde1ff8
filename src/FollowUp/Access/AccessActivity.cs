using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using Marten;
using NodaTime.Text;

namespace FollowUp.Access;

/// <summary>Who was shown what: the record of reads of identities, and the address at which it is read.</summary>
public sealed class AccessActivity : IActivity
{
    /// <summary>Reads of identities.</summary>
    /// <param name="Reads">The latest first.</param>
    public sealed record ReadsAnswer(IReadOnlyList<IdentityRead> Reads);

    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services) 
    {
        // A session is a person's, whichever clinic the provider's groups give them.
        store.Schema.For<EndedSession>().DocumentAlias("ended_session").SingleTenanted();
        store.Schema.For<IdentityRead>();
    }

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration) =>
        services.AddHttpContextAccessor().AddSingleton<IdentityReads>().AddSingleton<Sessions>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/identity-reads", List).RequireAuthorization(Policies.Administration).WithName("identity_reads").WithTags("Administration")
            .WithSummary($"Who was shown which man's identity, when and by what request, the latest first, {IdentityReads.Most} at most.")
            .Produces<ReadsAnswer>().ProducesProblem(400);

    private static async Task<IResult> List(Guid? patientId, string? by, string? before, HttpContext http, IdentityReads reads, CancellationToken token)
    {
        var instant = before is null ? null : OffsetDateTimePattern.Rfc3339.Parse(before);
        if (instant is { Success: false })
        {
            return Problems.Unreadable(Finding.Refusal("Unreadable", "before", before, "Write it as 2026-03-05T08:35:00Z or with an offset."));
        }

        return Results.Json(new ReadsAnswer(await reads.ListAsync(SignedIn.Of(http).Clinic.Id, patientId, by, instant?.Value.ToDateTimeOffset(), token)), FactJson.Options);
    }
}
