using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Recording;
using FollowUp.Recording.Commands;

namespace FollowUp.Patients.Pages.Forms;

/// <summary>The forms for recording any fact and for correcting or retracting one. What a change affects is shown before it is saved.</summary>
public sealed class RecordPages : IActivity
{
    private static readonly Dictionary<string, Type> Kinds = FactJson.Kinds.Values
        .Where(kind => FactJson.Describe(kind).By is Recorder.Nurse or Recorder.Clinician)
        .ToDictionary(kind => FactJson.Describe(kind).Path, StringComparer.Ordinal);

    /// <summary>The kinds of fact that a user may record, by the last part of their address.</summary>
    public static IEnumerable<KeyValuePair<string, Type>> KindsFor(SignedIn user) =>
        Kinds.Where(kind => Sender.Of(user).May(FactJson.Describe(kind.Value))).OrderBy(kind => kind.Key, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/men/{id:guid}/record", Policies.Care, (Guid id, HttpContext http, Men men, CancellationToken token) =>
            ManPages.ForAsync(id, http, men, man => PageRoutes.Show<RecordMenuPage>(http, new() { [nameof(RecordMenuPage.Man)] = man }), token));
        endpoints.MapFormPage("/men/{id:guid}/record/{path}", Policies.Care, New);
        endpoints.MapForm("/men/{id:guid}/record/{path}", Policies.Care, Record);
        endpoints.MapFormPage("/men/{id:guid}/entries/{entryId:guid}", Policies.Care, Entry);
        endpoints.MapForm("/men/{id:guid}/entries/{entryId:guid}", Policies.Care, Change);
    }

    private static Task<IResult> New(Guid id, string path, HttpContext http, Men men, CancellationToken token) => ManPages.ForAsync(id, http, men, man =>
        SavedAlready(http, man) ?? (Kinds.TryGetValue(path, out var kind) ? Show(http, new(man, kind, FormId.Of(http), InitialValues(kind, man, http.Request.Query))) : Unknown(http)), token);

    // Going back after saving shows the form that was saved.
    private static IResult? SavedAlready(HttpContext http, Man man) =>
        man.Course.Find(FormId.Of(http)) is { } stored ? SavedAlreadyPage.Of(http, man, [stored], http.Request.Path) : null;

    // The values from the link to this page, and today where a day is required.
    private static FormValues InitialValues(Type kind, Man man, IQueryCollection query) => FormValues.Of(FactField.Of(kind).ToDictionary(
        field => field.Name,
        field => query[field.Name].ToString() is { Length: > 0 } value ? value
            : field.Required && (field.Type == typeof(NodaTime.LocalDate) || field.Type == typeof(ClinicalTime)) ? NodaTime.Text.LocalDatePattern.Iso.Format(man.Today)
            : "",
        StringComparer.Ordinal));

    private static Task<IResult> Record(Guid id, string path, HttpContext http, Men men, CommandBus bus, Courses courses, CancellationToken token) =>
        FormAsync(id, http, men, async (man, form) =>
        {
            if (!Kinds.TryGetValue(path, out var kind))
            {
                return Unknown(http);
            }

            var state = new FactForm(man, kind, FormId.Of(form), FormValues.Of(form));
            return await AnswerAsync(http, state, culture => Body(FactField.Read(kind, form, culture)), kind, form, men, bus, courses, token);

            JsonObject Body(JsonObject body)
            {
                body["id"] = state.Key;
                AddEnvelope(body, form);
                return body;
            }
        }, token);

    private static Task<IResult> Entry(Guid id, Guid entryId, HttpContext http, Men men, CancellationToken token) => ManPages.ForAsync(id, http, men, man =>
        SavedAlready(http, man) ?? (man.Course.Standing.FirstOrDefault(standing => standing.Id == entryId) is { } target
            ? Show(http, new(man, target.Fact.GetType(), FormId.Of(http), FormValues.Of(target.Fact)) { Target = target })
            : Unknown(http)), token);

    private static Task<IResult> Change(Guid id, Guid entryId, HttpContext http, Men men, CommandBus bus, Courses courses, CancellationToken token) =>
        FormAsync(id, http, men, async (man, form) =>
        {
            // A form sent again is compared with the entry as it was before the form was first stored, so that it gives the same correction.
            var basis = man.Course.Find(FormId.Of(form)) is { } stored ? man.Course.UpTo(stored.Version - 1) : man.Course;
            if (basis.Standing.FirstOrDefault(standing => standing.Id == entryId) is not { } target)
            {
                return Unknown(http);
            }

            var retracts = form["step"].ToString().StartsWith("retract", StringComparison.Ordinal);
            var state = new FactForm(man, target.Fact.GetType(), FormId.Of(form), FormValues.Of(form)) { Target = target, Retracts = retracts };
            return await AnswerAsync(http, state, Body, retracts ? typeof(EntryRetracted) : typeof(EntryCorrected), form, men, bus, courses, token);

            JsonObject Body(string culture)
            {
                var body = new JsonObject { ["id"] = state.Key, ["entryId"] = entryId, ["reason"] = form["reason"].ToString() };
                if (!retracts)
                {
                    body["changes"] = Changes(target.Fact, form, culture);
                }

                AddEnvelope(body, form, note: !retracts ? null : form["note"].ToString());
                return body;
            }
        }, token);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, FactForm state, Func<string, JsonObject> body, Type kind, IFormCollection form, Men men, CommandBus bus, Courses courses, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        RecordFact command;
        try
        {
            command = CommandJson.Read(state.Man.Id, kind, body(Viewer.Of(http).Words.Culture.Name), Sender.Of(user));
        }
        catch (UnreadableException unreadable)
        {
            return Show(http, state with { Findings = [unreadable.Finding] }, StatusCodes.Status400BadRequest);
        }

        // A measured value answers its question. The page shows the changed answer before it is saved (R83).
        if (AnswersByValue(command.Fact, state) is { Count: > 0 } answers)
        {
            return Show(http, state with { Values = answers.Aggregate(state.Values, (values, answer) => values.With(answer.Field, answer.Answer.ToString())), AnswersByValue = answers }, StatusCodes.Status422UnprocessableEntity);
        }

        // A form sent again after it was stored gives the same entry, whatever was recorded since.
        var seen = long.TryParse(form["seen"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : state.Target is null ? null : (long?)0;
        var isPreview = form["step"].ToString().EndsWith("preview", StringComparison.Ordinal);
        command = command with { Envelope = command.Envelope with { SeenVersion = seen, DryRun = isPreview } };
        var outcome = await bus.SendAsync(user.Clinic.Id, command, token);
        if (outcome is Outcome.Recorded recorded)
        {
            courses.Keep(user.Clinic.Id, recorded.Course);
            return Results.Redirect($"/men/{state.Man.Id}?saved={recorded.FactId}");
        }

        return outcome switch
        {
            Outcome.Proposed proposed => Show(http, state with { Ripple = FactWords.Ripple(proposed.Before, proposed.After, state.Man.Asked, Viewer.Of(http).Words) }),
            Outcome.NeedsConfirmation warned => Show(http, state with { Warnings = warned.Warnings }, StatusCodes.Status422UnprocessableEntity),
            Outcome.Refused { IsIdInUse: true } when await men.FindAsync(http, state.Man.Id, token) is { } now && now.Course.Find(state.Key) is { } stored =>
                SavedAlreadyPage.Of(http, now, [stored], state.Address, command.Fact),
            Outcome.Refused refused => Show(http, state with { Findings = refused.Findings }, StatusCodes.Status422UnprocessableEntity),
            Outcome.Stale stale when state.Target is null => Show(
                http,
                state with { Man = state.Man with { Course = stale.Course }, Meanwhile = stale.Course.ContactsSince(stale.SeenVersion), Values = state.Values.With("seen", stale.Course.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)) },
                StatusCodes.Status409Conflict),
            Outcome.Stale stale => Show(http, state with { Stale = stale.Course.Standing.FirstOrDefault(standing => standing.Id == stale.EntryId) }, StatusCodes.Status412PreconditionFailed),
            Outcome.NotAllowed => PageRoutes.Refuse(http, "NotAllowed.Role", StatusCodes.Status403Forbidden),
            Outcome.Merged merged => Results.Redirect($"/men/{merged.SurvivorId}"),
            _ => Unknown(http),
        };
    }

    private static IReadOnlyList<(string Field, Answer Answer)> AnswersByValue(Fact sent, FactForm state)
    {
        try
        {
            var whole = sent is EntryCorrected correction ? Corrections.Correct(state.Target!.Fact, correction.Changes) : sent;
            return whole is IMeasured measured ? [.. measured.AnswersByValue()] : [];
        }
        catch (System.Text.Json.JsonException)
        {
            // The decision refuses it and names the field.
            return [];
        }
    }

    // The fields in which the form differs from the fact. An emptied field goes back to its default.
    private static JsonObject Changes(Fact fact, IFormCollection form, string culture)
    {
        var (was, now) = (FactJson.ToObject(fact), FactField.Read(fact.GetType(), form, culture));
        var changes = new JsonObject();
        foreach (var field in FactField.Of(fact.GetType()).Where(field => field.IsAsked))
        {
            var (old, present) = (was[field.Name], now[field.Name]);
            if (!JsonNode.DeepEquals(old, present) && !(present is null && FactField.IsNotStated(field.Property.GetValue(fact))))
            {
                changes[field.Name] = present?.DeepClone();
            }
        }

        if (form["note"].ToString() is { Length: > 0 } note)
        {
            changes["note"] = note;
        }

        return changes;
    }

    private static void AddEnvelope(JsonObject body, IFormCollection form, string? note = "")
    {
        if ((note == "" ? form["note"].ToString() : note) is { Length: > 0 } text)
        {
            body["note"] = text;
        }

        const string prefix = "confirm.";
        var reasons = form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal) && field.Value.ToString().Length > 0).ToList();
        if (reasons.Count > 0)
        {
            body["confirm"] = new JsonObject(reasons.Select(reason => KeyValuePair.Create(reason.Key[prefix.Length..], (JsonNode?)JsonValue.Create(reason.Value.ToString()))));
        }
    }

    private static async Task<IResult> FormAsync(Guid id, HttpContext http, Men men, Func<Man, IFormCollection, Task<IResult>> answer, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        return await men.FindAsync(http, id, token) is { } man ? await answer(man, form) : Unknown(http);
    }

    private static IResult Unknown(HttpContext http) => PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);

    private static IResult Show(HttpContext http, FactForm form, int status = StatusCodes.Status200OK) =>
        PageRoutes.Show<RecordPage>(http, new() { [nameof(RecordPage.Form)] = form }, status);
}
