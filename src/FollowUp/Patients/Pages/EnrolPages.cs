using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using Marten;
using NodaTime.Text;

namespace FollowUp.Patients.Pages;

/// <summary>The page on which a man is enrolled.</summary>
public sealed class EnrolPages : IActivity
{
    private const string Address = "/men/new";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFormPage(Address, Policies.Care, Open);
        endpoints.MapForm(Address, Policies.Care, Enrol);
    }

    // The id of the form becomes the man's id. Going back after enrolling shows him and does not enrol him twice.
    private static async Task<IResult> Open(HttpContext http, Men men, StoreTime time, CancellationToken token) =>
        await SavedAlreadyAsync(http, FormId.Of(http), men, token) ?? Show(http, FormValues.Of(new Dictionary<string, string>
        {
            [FormId.Field] = FormId.Of(http).ToString(),
            ["enrolledOn"] = LocalDatePattern.Iso.Format(time.GetCurrentInstant().InZone(SignedIn.Of(http).Clinic.Zone).Date),
        }), []);

    private static async Task<IResult?> SavedAlreadyAsync(HttpContext http, Guid id, Men men, CancellationToken token, params IReadOnlyList<Fact> sent) =>
        await men.FindAsync(http, id, token) is { } man ? SavedAlreadyPage.Of(http, man, [man.Course.Log[0]], Address, sent) : null;

    // Whether this is the same person as when he was enrolled, or as he is recorded now.
    private static async Task<bool> IsSamePersonAsync(EnrolPatient command, SignedIn user, IDocumentStore store, PatientDirectory directory, StoreTime time, CancellationToken token)
    {
        await using var session = store.QuerySession(user.Clinic.Id);
        var sent = IdentityReading.Of(command.Identity, time.GetCurrentInstant().InZone(user.Clinic.Zone).Date, user.Clinic.Region).Identity;
        return await directory.Find(session, command.PatientId, token) is { History: [var first, ..] } record
            && (PatientDirectory.Same(first.Identity, sent) || PatientDirectory.Same(record.Identity!, sent));
    }

    private static async Task<IResult> Enrol(
        HttpContext http, Men men, CommandBus bus, Courses courses, IDocumentStore store, PatientDirectory directory, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = await http.Request.ReadFormAsync(token);
        EnrolPatient command;
        try
        {
            command = CommandJson.ReadEnrolment(Body(form, Viewer.Of(http).Words.Culture.Name), Sender.Of(user));
        }
        catch (UnreadableException unreadable)
        {
            return Show(http, FormValues.Of(form), [unreadable.Finding], StatusCodes.Status400BadRequest);
        }

        switch (await bus.SendAsync(user.Clinic.Id, command, token))
        {
            case Outcome.Recorded { Before: true } when !await IsSamePersonAsync(command, user, store, directory, time, token):
            case Outcome.Refused { IsIdInUse: true }:
                return await SavedAlreadyAsync(http, command.PatientId, men, token, command.Enrolment) ?? PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);
            case Outcome.Recorded recorded:
                courses.Keep(user.Clinic.Id, recorded.Course);
                return Results.Redirect($"/men/{recorded.Course.PatientId}");
            case Outcome.Refused refused:
                return Show(http, FormValues.Of(form), refused.Findings, StatusCodes.Status422UnprocessableEntity);
            case Outcome.NeedsConfirmation warned:
                return Show(http, FormValues.Of(form), warned.Warnings, StatusCodes.Status422UnprocessableEntity);
            default:
                return PageRoutes.Refuse(http, "Page.Unreadable", StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static JsonObject Body(IFormCollection form, string culture)
    {
        var key = FormId.Of(form);
        var body = new JsonObject
        {
            ["id"] = key,
            ["factId"] = Ids.Of($"{key}/enrolment"),
            ["identity"] = IdentityPages.Read(form),
            ["enrolment"] = FactField.Read(typeof(PatientEnrolled), form, culture),
        };
        if (form["confirm"].ToString() is { Length: > 0 } reason)
        {
            body["confirm"] = new JsonObject(form["warned"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Distinct().Select(code => KeyValuePair.Create(code, (JsonNode?)JsonValue.Create(reason))));
        }

        return body;
    }

    private static IResult Show(HttpContext http, FormValues values, IReadOnlyList<Finding> findings, int status = StatusCodes.Status200OK) =>
        PageRoutes.Show<EnrolPage>(http, new() { [nameof(EnrolPage.Values)] = values, [nameof(EnrolPage.Findings)] = findings }, status);
}
