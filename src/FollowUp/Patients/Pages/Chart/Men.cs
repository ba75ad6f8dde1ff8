using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Directory;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Patients.Pages.Chart;

/// <summary>A man as a page shows him: what is known of his course then, and who he is now.</summary>
/// <param name="Course">His course as it was known then.</param>
/// <param name="View">From when he is looked at.</param>
/// <param name="Clinic">The clinic.</param>
/// <param name="Identity">Who he is now; null once he is erased.</param>
/// <param name="Key">What opens the free text of his facts; null once he is erased.</param>
/// <param name="Today">The clinic's date now.</param>
public sealed record Man(PatientCourse Course, PointOfView View, Clinic Clinic, PatientIdentity? Identity, PatientKey? Key, LocalDate Today)
{
    /// <summary>His id, which is all that an address says of him.</summary>
    public Guid Id => Course.PatientId;

    /// <summary>As questions are asked then.</summary>
    public Asked Asked { get; } = View.Asked(Clinic);

    /// <summary>Whether he is looked at as he was known on an earlier day.</summary>
    public bool IsThePast => View.AsOf is not null;

    /// <summary>What an address on his page ends in, so that it stays at the same day.</summary>
    public string Query => IsThePast ? $"?{Men.DayParameter}={LocalDatePattern.Iso.Format(View.On)}" : "";

    /// <summary>His name.</summary>
    public string? Name => Identity is null ? null : $"{Identity.GivenName} {Identity.FamilyName}";

    /// <summary>Explanations of his course in words.</summary>
    public Sentences In(Words words) => new(Words.All, words.Language, Course);

    /// <summary>Whether his identity and his key are gone: no free text can be sealed or opened.</summary>
    public bool IsErased => Key is null;

    /// <summary>His telephone numbers, the preferred one first.</summary>
    public IReadOnlyList<string> Telephones => Identity?.Telephones ?? [];

    /// <summary>A free text, opened.</summary>
    public string? Open(SealedText? text) => text is null ? null : Key is null ? Unsealer.Erased : Key.Open(text);

    /// <summary>A text sealed with his key; null once he is erased.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">Where it stands: the same text elsewhere does not look the same.</param>
    public SealedText? Seal(string text, string context) => Key?.Seal(text, context);

    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => $"{nameof(Man)} {Id}";
}

/// <summary>A part of a man's page, in the folder of the activity whose matter it is. Found by scanning.</summary>
public interface IManPart
{
    /// <summary>Its place.</summary>
    int Order { get; }

    /// <summary>The component, with the parameters <c>Man</c> and <c>Viewer</c>.</summary>
    Type Component { get; }
}

/// <summary>Reads men for pages.</summary>
public sealed class Men(IDocumentStore store, Courses courses, PatientDirectory directory, StoreTime time)
{
    /// <summary>The parameter that takes a page back: a day, at whose end he is looked at.</summary>
    public const string DayParameter = "day";

    /// <summary>A man; null when the clinic has none with this id, or had none then.</summary>
    /// <remarks>A record that is merged into another answers with that one.</remarks>
    public async Task<Man?> FindAsync(HttpContext http, Guid id, CancellationToken cancellationToken)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var now = time.GetCurrentInstant();
        var view = ViewOf(http, clinic, now);
        await using var session = store.QuerySession(clinic.Id);
        var course = view.Of(await courses.ReadAsync(session, id, cancellationToken));
        while (course.Merged is { } merged)
        {
            course = view.Of(await courses.ReadAsync(session, merged.Fact.SurvivorId, cancellationToken));
        }

        if (course.Version == 0)
        {
            return null;
        }

        var record = await directory.Find(session, course.PatientId, cancellationToken);
        return new(course, view, clinic, record?.Identity, record?.Key, now.InZone(clinic.Zone).Date);
    }

    /// <summary>The men with a record number of the clinic, and their names: none, one, or several who share it by mistake.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> FindByRecordNumberAsync(Clinic clinic, string recordNumber, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinic.Id);
        var hits = await directory.WithRecordNumber(session, recordNumber, cancellationToken);

        // Of two records of one man, merged into one, the one that takes facts.
        var merged = hits.Count < 2 ? [] : (await session.LoadManyAsync<DueDates>(cancellationToken, hits.Select(hit => hit.PatientId)))
            .Where(document => document.MergedInto is not null).Select(document => document.Id).ToHashSet();
        return [.. hits.Where(hit => !merged.Contains(hit.PatientId)).Select(hit => (hit.PatientId, $"{hit.Identity.GivenName} {hit.Identity.FamilyName}"))];
    }

    // A day is looked at as its end left it; today, as it is.
    private static PointOfView ViewOf(HttpContext http, Clinic clinic, Instant now)
    {
        var today = now.InZone(clinic.Zone).Date;
        var text = http.Request.Query[DayParameter].ToString();
        if (text.Length == 0)
        {
            return new(null, today);
        }

        var day = LocalDatePattern.Iso.Parse(text) is { Success: true } read
            ? read.Value
            : throw new UnreadableException(Finding.Refusal("Unreadable", DayParameter, text, "Write the day as 2026-03-05."));
        return day >= today ? new(null, today) : new(clinic.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.FromTicks(10), day);
    }
}
