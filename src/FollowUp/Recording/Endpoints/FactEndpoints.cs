using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;

namespace FollowUp.Recording.Endpoints;

/// <summary>One address for each kind of fact, made from the facts themselves; and those that correct and retract.</summary>
public static class FactEndpoints
{
    /// <summary>The body of an enrolment.</summary>
    /// <param name="Identity">Who he is; it goes into the directory alone.</param>
    /// <param name="Enrolment">What is stated of him; his age is set from the birth date.</param>
    /// <param name="Id">His id, the sender's own; made here, if left out.</param>
    /// <param name="FactId">The entry's id, the sender's own; made here, if left out.</param>
    /// <param name="Note">Free text, stored encrypted.</param>
    /// <param name="Confirm">Why he is enrolled despite a warning, by the warning's code.</param>
    public sealed record EnrolmentRequest(
        PatientIdentity Identity, PatientEnrolled Enrolment, Guid? Id, Guid? FactId, string? Note, IReadOnlyDictionary<string, string>? Confirm);

    private const string DryRun = "dryRun";

    /// <summary>Maps them.</summary>
    public static void MapFacts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/patients", Enrol)
            .RequireAuthorization(Policies.Care)
            .DescribesFact(typeof(PatientEnrolled), "enrol_patient")
            .Accepts<EnrolmentRequest>("application/json");

        foreach (var (name, kind) in FactJson.Kinds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var stored = FactJson.Describe(kind);
            if (stored.By is Recorder.Nurse or Recorder.Clinician)
            {
                endpoints.MapPost($"/patients/{{patientId:guid}}/{stored.Path}", (Guid patientId, HttpContext http, CommandBus bus, Courses courses, CancellationToken token) =>
                        Record(patientId, kind, null, http, bus, courses, token))
                    .RequireAuthorization(stored.By == Recorder.Clinician ? Policies.Clinical : Policies.Care)
                    .DescribesFact(kind, $"record_{name}");
            }
        }

        endpoints.MapPost("/patients/{patientId:guid}/entries/{entryId:guid}/corrections", (Guid patientId, Guid entryId, HttpContext http, CommandBus bus, Courses courses, CancellationToken token) =>
                Record(patientId, typeof(EntryCorrected), entryId, http, bus, courses, token))
            .RequireAuthorization(Policies.Care)
            .DescribesFact(typeof(EntryCorrected), "correct_entry")
            .WithMetadata(new NeedsVersion());

        endpoints.MapPost("/patients/{patientId:guid}/entries/{entryId:guid}/retractions", (Guid patientId, Guid entryId, HttpContext http, CommandBus bus, Courses courses, CancellationToken token) =>
                Record(patientId, typeof(EntryRetracted), entryId, http, bus, courses, token))
            .RequireAuthorization(Policies.Care)
            .DescribesFact(typeof(EntryRetracted), "retract_entry")
            .WithMetadata(new NeedsVersion());
    }

    private static async Task<IResult> Enrol(HttpContext http, CommandBus bus, Courses courses, CancellationToken cancellationToken)
    {
        var user = SignedIn.Of(http);
        var body = await JsonBody.ReadAsync(http.Request, cancellationToken);
        var command = CommandJson.ReadEnrolment(JsonBody.Parse(body), Sender.Of(user));
        command = command with { Envelope = command.Envelope with { Key = RequestKey.Of(http.Request, user.UserId, body) } };
        var outcome = await bus.SendAsync(user.Clinic.Id, command, cancellationToken);
        return Answered(outcome, user.Clinic, http, courses);
    }

    private static IResult Answered(Outcome outcome, Clinic clinic, HttpContext http, Courses courses)
    {
        if (outcome is Outcome.Recorded recorded)
        {
            courses.Keep(clinic.Id, recorded.Course);
        }

        return outcome.To(clinic, http);
    }

    // A dry run is decided like any other command; a misspelt parameter must not store.
    private static bool IsDryRun(HttpRequest request)
    {
        if (request.Query.Keys.FirstOrDefault(name => name is not DryRun) is { } unknown)
        {
            throw new UnreadableException(Finding.Refusal("UnknownParameter", unknown, request.Query[unknown].ToString(), $"There is no such parameter here but {DryRun}."));
        }

        return request.Query[DryRun] switch
        {
            [] => false,
            ["true"] => true,
            ["false"] => false,
            var other => throw new UnreadableException(Finding.Refusal("Unreadable", DryRun, other.ToString(), "Send true or false, once.")),
        };
    }

    private static async Task<IResult> Record(
        Guid patientId, Type kind, Guid? entryId, HttpContext http, CommandBus bus, Courses courses, CancellationToken cancellationToken)
    {
        var user = SignedIn.Of(http);
        var body = await JsonBody.ReadAsync(http.Request, cancellationToken);
        var json = JsonBody.Parse(body);
        long? seen = null;
        if (entryId is not null)
        {
            json["entryId"] = entryId;
            if (IfMatch.Read(http.Request, out seen) is { } refused)
            {
                return refused;
            }
        }

        var command = CommandJson.Read(patientId, kind, json, Sender.Of(user));
        command = command with { Envelope = command.Envelope with { SeenVersion = seen, FromProgram = true, DryRun = IsDryRun(http.Request), Key = RequestKey.Of(http.Request, user.UserId, body) } };
        var outcome = await bus.SendAsync(user.Clinic.Id, command, cancellationToken);
        return Answered(outcome, user.Clinic, http, courses);
    }
}
