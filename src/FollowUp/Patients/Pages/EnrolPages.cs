using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using NodaTime.Text;
using Wolverine;

namespace FollowUp.Patients.Pages;

/// <summary>Taking a man into follow-up.</summary>
public sealed class EnrolPages : IActivity
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/men/new", Policies.Care, (HttpContext http, StoreTime time) => Show(http, FormValues.Of(new Dictionary<string, string>
        {
            ["key"] = Ids.New().ToString(),
            ["enrolledOn"] = LocalDatePattern.Iso.Format(time.GetCurrentInstant().InZone(SignedIn.Of(http).Clinic.Zone).Date),
        }), []));
        endpoints.MapForm("/men/new", Policies.Care, Enrol);
    }

    private static async Task<IResult> Enrol(HttpContext http, IMessageBus bus, Courses courses, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = await http.Request.ReadFormAsync(token);
        EnrolPatient command;
        try
        {
            command = Commands.ReadEnrolment(Body(form, Viewer.Of(http).Words.Culture.Name), Sender.Of(user));
        }
        catch (UnreadableException unreadable)
        {
            return Show(http, FormValues.Of(form), [unreadable.Finding], StatusCodes.Status400BadRequest);
        }

        switch (await bus.InvokeForTenantAsync<Outcome>(user.Clinic.Id, command, token))
        {
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
        var key = Guid.TryParse(form["key"], out var sent) ? sent : Ids.New();
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
