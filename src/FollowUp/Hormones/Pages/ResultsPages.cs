using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Printed;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Texts;
using FollowUp.Recording;
using FollowUp.Recording.Commands;

namespace FollowUp.Hormones.Pages;

/// <summary>The values of one blood sample typed by hand. Each is shown in its canonical unit before they are stored.</summary>
public sealed class ResultsPages : IActivity
{
    /// <summary>The analytes of the form, in the order in which laboratories usually print them.</summary>
    public static readonly IReadOnlyList<Analyte> Usual =
        [Analyte.Testosterone, Analyte.LH, Analyte.FSH, Analyte.SHBG, Analyte.Albumin, Analyte.Oestradiol, Analyte.Prolactin, Analyte.InhibinB, Analyte.FreeTestosterone];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFormPage("/men/{id:guid}/results", Policies.Care, (Guid id, HttpContext http, Men men, CancellationToken token) => ManPages.ForAsync(id, http, men, man =>
            Stored(man, FormId.Of(http)) is { Count: > 0 } stored ? SavedAlready(http, man, stored) : Show(http, new(man, FormId.Of(http), FormValues.None)), token));
        endpoints.MapForm("/men/{id:guid}/results", Policies.Care, Save);
        endpoints.MapForm("/men/{id:guid}/results/live", Policies.Care, async (Guid id, HttpContext http, Men men, CancellationToken token) =>
        {
            var form = await http.Request.ReadFormAsync(token);
            return await ManPages.ForAsync(id, http, men, _ => PageRoutes.Show<ResultsLive>(http, new() { [nameof(ResultsLive.Readings)] = Readings(form, Viewer.Of(http).Words) }), token);
        });
    }

    private static async Task<IResult> Save(Guid id, HttpContext http, Men men, CommandBus bus, Courses courses, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        if (await men.FindAsync(http, id, token) is not { } man)
        {
            return PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);
        }

        var user = SignedIn.Of(http);
        var state = new ResultsForm(man, FormId.Of(form), FormValues.Of(form)) { Readings = Readings(form, Viewer.Of(http).Words) };
        const string prefix = "confirm.";
        var reasons = form.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal) && field.Value.ToString().Length > 0)
            .ToDictionary(field => field.Key[prefix.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        try
        {
            var facts = Facts(form, state.Key, Viewer.Of(http).Words);
            if (facts.Count == 0)
            {
                return Show(http, state with { Findings = [Finding.Refusal("ValueMissing", "value", null, "Write at least one value as printed.")] }, StatusCodes.Status422UnprocessableEntity);
            }

            var outcome = await bus.SendAsync(user.Clinic.Id, new RecordTogether(man.Id, facts, Sender.Of(user)) { Envelope = new() { Confirm = reasons } }, token);
            switch (outcome)
            {
                // The form was saved before with a value that is no longer in it: show what is stored.
                case Outcome.Recorded { Before: true } when Stored(man, state.Key).Any(entry => facts.TrueForAll(fact => fact.FactId != entry.Id)):
                case Outcome.Refused { IsIdInUse: true }:
                    var now = await men.FindAsync(http, id, token) ?? man;
                    return SavedAlready(http, now, Stored(now, state.Key), [.. facts.Select(stated => stated.Fact)]);
                case Outcome.Recorded recorded:
                    courses.Keep(user.Clinic.Id, recorded.Course);
                    return Results.Redirect($"/men/{man.Id}?saved={recorded.FactId}");
                case Outcome.NeedsConfirmation warned:
                    return Show(http, state with { Warnings = warned.Warnings }, StatusCodes.Status422UnprocessableEntity);
                default:
                    return Show(http, state with { Findings = (outcome as Outcome.Refused)?.Findings ?? [] }, StatusCodes.Status422UnprocessableEntity);
            }
        }
        catch (UnreadableException unreadable)
        {
            return Show(http, state with { Findings = [unreadable.Finding] }, StatusCodes.Status400BadRequest);
        }
    }

    private static IResult SavedAlready(HttpContext http, Man man, IReadOnlyList<Entry> stored, params IReadOnlyList<Fact> sent) =>
        SavedAlreadyPage.Of(http, man, stored, $"/men/{man.Id}/results", sent);

    // The entries that this form has stored before.
    private static IReadOnlyList<Entry> Stored(Man man, Guid key) => [.. Usual.Select(analyte => man.Course.Find(IdOf(key, analyte))).OfType<Entry>()];

    private static Guid IdOf(Guid key, Analyte analyte) => Ids.Of($"{key}/{analyte}");

    private static List<StatedFact> Facts(IFormCollection form, Guid key, Words words)
    {
        var sample = FactField.Read(typeof(HormoneResultReported), form, words.Culture.Name);
        var facts = new List<StatedFact>();
        foreach (var analyte in Usual.Where(analyte => form[$"value.{analyte}"].ToString().Trim().Length > 0))
        {
            var body = (System.Text.Json.Nodes.JsonObject)sample.DeepClone();
            body["analyte"] = analyte.ToString();
            body["value"] = form[$"value.{analyte}"].ToString().Trim();
            body["unit"] = form[$"unit.{analyte}"].ToString();
            body["culture"] = PrintedNumber.CultureOf(form[$"value.{analyte}"].ToString().Trim(), words.Culture.Name);
            body["status"] ??= nameof(ResultStatus.Final);
            facts.Add(new(IdOf(key, analyte), (Fact)JsonBody.To(body, typeof(HormoneResultReported)), form["note"].ToString() is { Length: > 0 } note ? note : null));
        }

        return facts;
    }

    private static List<ValueReading> Readings(IFormCollection form, Words words) =>
    [
        .. from analyte in Usual
           let value = form[$"value.{analyte}"].ToString().Trim()
           where value.Length > 0
           let reading = QuantityReading.Of(analyte, value, form[$"unit.{analyte}"], PrintedNumber.CultureOf(value, words.Culture.Name))
           select new ValueReading(analyte, reading.Quantity, reading.Refusal ?? (reading.Quantity is { } quantity ? Plausibility.Judge(quantity) : null)),
    ];

    private static IResult Show(HttpContext http, ResultsForm form, int status = StatusCodes.Status200OK) =>
        PageRoutes.Show<ResultsPage>(http, new() { [nameof(ResultsPage.Form)] = form }, status);
}

/// <summary>A value as it would be stored, or why it cannot be.</summary>
/// <param name="Analyte">What was measured.</param>
/// <param name="Quantity">The value; null when it cannot be read.</param>
/// <param name="Finding">A refusal or warning about it; null when there is none.</param>
public sealed record ValueReading(Analyte Analyte, Quantity? Quantity, Finding? Finding);

/// <summary>The form of a sample's values.</summary>
/// <param name="Man">The man.</param>
/// <param name="Key">The key from which the ids of the entries are made, so that sending the form twice stores them once.</param>
/// <param name="Values">What was typed.</param>
public sealed record ResultsForm(Man Man, Guid Key, FormValues Values)
{
    /// <summary>How the values were read.</summary>
    public IReadOnlyList<ValueReading> Readings { get; init; } = [];

    /// <summary>Why the values were not stored.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What has to be confirmed with a reason.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];
}
