using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Platform.Texts;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Patients.Pages.Chart;

/// <summary>A man as a page shows him: his course as it was known at a time, and his current identity.</summary>
/// <param name="Course">His course as it was known at that time.</param>
/// <param name="View">The time for which he is shown.</param>
/// <param name="Clinic">The clinic.</param>
/// <param name="Identity">His current identity; null once it is erased.</param>
/// <param name="Key">The key that decrypts the notes of his facts; null once it is erased.</param>
/// <param name="Today">The clinic's current date.</param>
public sealed record Man(PatientCourse Course, PointOfView View, Clinic Clinic, PatientIdentity? Identity, PatientKey? Key, LocalDate Today)
{
    /// <summary>His id. Addresses of pages hold nothing else about him.</summary>
    public Guid Id => Course.PatientId;

    /// <summary>The date and guidelines with which questions are asked.</summary>
    public Asked Asked { get; } = View.Asked(Clinic);

    /// <summary>Whether he is shown as he was known on an earlier day.</summary>
    public bool IsThePast => View.AsOf is not null;

    /// <summary>The query string for links on his page, so that they stay at the same day.</summary>
    public string Query => IsThePast ? $"?{Men.DayParameter}={LocalDatePattern.Iso.Format(View.On)}" : "";

    /// <summary>His name.</summary>
    public string? Name => Identity is null ? null : $"{Identity.GivenName} {Identity.FamilyName}";

    /// <summary>The explanations of his course in words.</summary>
    public Sentences In(Words words) => new(words, Course);

    /// <summary>Whether his identity and key are erased, so that no note can be encrypted or decrypted.</summary>
    public bool IsErased => Key is null;

    /// <summary>His telephone numbers, the preferred one first.</summary>
    public IReadOnlyList<string> Telephones => Identity?.Telephones ?? [];

    /// <summary>A note, decrypted.</summary>
    public string? Open(SealedText? text) => text is null ? null : Key is null ? Unsealer.Erased : Key.Open(text);

    /// <summary>A text encrypted with his key; null once he is erased.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">Where the text is stored; the same text elsewhere is encrypted differently.</param>
    public SealedText? Seal(string text, string context) => Key?.Seal(text, context);

    /// <summary>Shows his id only, so that no identity gets into a log.</summary>
    public override string ToString() => $"{nameof(Man)} {Id}";
}

/// <summary>A part of a man's page, in the folder of its activity. Found by scanning.</summary>
public interface IManPart
{
    /// <summary>Its position on the page.</summary>
    int Order { get; }

    /// <summary>The component, with the parameters <c>Man</c> and <c>Viewer</c>.</summary>
    Type Component { get; }
}

/// <summary>Reads men for pages.</summary>
public sealed class Men(IDocumentStore store, Courses courses, PatientDirectory directory, StoreTime time)
{
    /// <summary>The query parameter for an earlier day; the man is shown as he was known at the end of that day.</summary>
    public const string DayParameter = "day";

    /// <summary>Reads a man; null when the clinic has none with this id, or had none at that time.</summary>
    /// <remarks>For a record that was merged into another, the other is read.</remarks>
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

    /// <summary>The men with a record number, with their names: none, one, or several who have the same number by mistake.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> FindByRecordNumberAsync(Clinic clinic, string recordNumber, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinic.Id);
        var hits = await directory.WithRecordNumber(session, recordNumber, cancellationToken);

        // Of two merged records of one man, only the one that continues.
        var merged = hits.Count < 2 ? [] : (await session.LoadManyAsync<DueDates>(cancellationToken, hits.Select(hit => hit.PatientId)))
            .Where(document => document.MergedInto is not null).Select(document => document.Id).ToHashSet();
        return [.. hits.Where(hit => !merged.Contains(hit.PatientId)).Select(hit => (hit.PatientId, $"{hit.Identity.GivenName} {hit.Identity.FamilyName}"))];
    }

    // An earlier day is shown as known at its end; today is shown as known now.
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
