using System.Text;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Recording.Commands;

namespace FollowUp.Hormones.Pages;

/// <summary>Results of several men, pasted or from a file. A preview shows what would be recorded and what not, with the reason; then they are recorded.</summary>
public sealed class PastePages : IActivity, IMenuEntry
{
    private const int MaxRows = 500;

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public string Name => "Paste.Title";

    /// <inheritdoc/>
    public string Address => "/results-in";

    /// <inheritdoc/>
    public string Policy => Policies.Care;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/results-in", Policies.Care, (HttpContext http) => Show(http, "", [], isDone: false));
        endpoints.MapForm("/results-in", Policies.Care, ReadAsync);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, Men men, CommandBus bus, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var text = form["rows"].ToString();
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(token);
        }

        var isDone = form["step"] == "save";
        var (user, culture) = (SignedIn.Of(http), Viewer.Of(http).Words.Culture.Name);
        var rows = new List<PastedRow>();
        foreach (var line in PastedLine.Read(text))
        {
            if (rows.Count == MaxRows)
            {
                return PageRoutes.Refuse(http, "Paste.TooMany", StatusCodes.Status422UnprocessableEntity);
            }

            rows.Add(line.Broken is { } broken ? new(line, null) { Findings = [broken] }
                : line.IsEmpty ? new(line, null) { Becomes = "Paste.Empty" }
                : line.IsHeading ? new(line, null) { Becomes = "Paste.Heading" }
                : await RowAsync(new(line, PastedResult.Read(line, culture)), form, user, men, bus, token));
        }

        return Show(http, text, rows, isDone);
    }

    private static async Task<PastedRow> RowAsync(PastedRow row, IFormCollection form, SignedIn user, Men men, CommandBus bus, CancellationToken token)
    {
        var number = row.Result!.RecordNumber;
        var found = await men.FindByRecordNumberAsync(user.Clinic, number, token);
        if (found is not [var man])
        {
            var which = found.Count == 0
                ? Finding.Refusal("NoMan", "recordNumber", number, "No man has this record number. Correct it, or enrol him first.")
                : Finding.Refusal("SeveralMen", "recordNumber", number, FormattableString.Invariant($"{found.Count} men have this record number. Record the result on the page of the right one, and correct the number of the other."));
            return row with { Findings = [which, .. row.Result.Findings] };
        }

        row = row with { Man = man.Name, ManId = man.Id, Findings = row.Result.Findings };
        if (row.Result.Fact is not { } result)
        {
            return row;
        }

        var id = Ids.Of($"paste/{user.Clinic.Id}/{man.Id}/{result.Analyte}/{result.CollectedAt}/{result.Value}/{result.Unit}/{result.Status}");
        row = row with { Id = id, Reason = form[$"reason.{id}"].ToString().Trim() };
        var command = new RecordFact(man.Id, id, result, Sender.Of(user));
        Task<Outcome> SendAsync(Recording.Commands.Envelope envelope) => bus.SendAsync(user.Clinic.Id, command with { Envelope = envelope }, token);

        // The user is asked what only a person can know (R80, R81). Unusual values are stored with their warning, as from a file.
        var asked = await SendAsync(new() { DryRun = true }) is Outcome.NeedsConfirmation warned ? warned.Warnings.Where(warning => warning.Asks == Asking.Persons).ToList() : [];
        if (asked.Count > 0 && row.Reason.Length == 0)
        {
            return row with { Becomes = "Paste.Asked", Asked = asked };
        }

        var outcome = await SendAsync(new()
        {
            DryRun = form["step"] != "save", Unattended = true, Confirm = asked.Select(warning => warning.Code).Distinct().ToDictionary(code => code, _ => row.Reason, StringComparer.Ordinal),
        });
        return outcome switch
        {
            Outcome.Recorded recorded => row with { Becomes = recorded.Before ? "Paste.There" : "Paste.Recorded", Warnings = Warnings(recorded.Course, id) },
            Outcome.Proposed proposed => row with { Becomes = "Paste.WillBe", Asked = asked, Warnings = Warnings(proposed.After, id) },
            Outcome.Refused refused => row with { Findings = refused.Findings },
            Outcome.Merged merged => row with { Findings = [merged.Finding] },
            _ => row,
        };
    }

    private static IReadOnlyList<string> Warnings(PatientCourse course, Guid id) => [.. course.Find(id)?.Fact.Warnings?.Select(warning => warning.Code) ?? []];

    private static IResult Show(HttpContext http, string text, IReadOnlyList<PastedRow> rows, bool isDone) =>
        PageRoutes.Show<PastePage>(http, new() { [nameof(PastePage.Text)] = text, [nameof(PastePage.Rows)] = rows, [nameof(PastePage.IsDone)] = isDone });
}

/// <summary>A pasted line, how it was read, and what happens to it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Result">The result it was read as; null for a heading or an empty line.</param>
public sealed record PastedRow(PastedLine Line, PastedResult? Result)
{
    /// <summary>The name of the man; null when none has the record number.</summary>
    public string? Man { get; init; }

    /// <summary>His id.</summary>
    public Guid? ManId { get; init; }

    /// <summary>The id of the entry that is stored.</summary>
    public Guid? Id { get; init; }

    /// <summary>What has to be confirmed before it is recorded.</summary>
    public IReadOnlyList<Finding> Asked { get; init; } = [];

    /// <summary>The reason given for the confirmation.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The key of the text that says what happens to it.</summary>
    public string Becomes { get; init; } = "Paste.Not";

    /// <summary>The warnings it is stored with, for somebody to check.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it is not recorded.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
