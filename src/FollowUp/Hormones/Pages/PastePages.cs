using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Access;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Pages;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using NodaTime.Text;
using Wolverine;

namespace FollowUp.Hormones.Pages;

/// <summary>Results of several men, pasted or from a file: first what would be recorded and what not and why, then the recording.</summary>
public sealed class PastePages : IActivity, IMenuEntry
{
    private const int MostRows = 500;

    private static readonly LocalDatePattern[] Days = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"), LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu")];

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
        endpoints.MapForm("/results-in", Policies.Care, Take);
    }

    private static async Task<IResult> Take(HttpContext http, Men men, IMessageBus bus, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var text = form["rows"].ToString();
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(token);
        }

        var isDone = form["step"] == "save";
        var rows = new List<PastedRow>();
        foreach (var (number, cells) in Cells(text))
        {
            if (rows.Count == MostRows)
            {
                return PageRoutes.Refuse(http, "Paste.TooMany", StatusCodes.Status422UnprocessableEntity);
            }

            rows.Add(await RowAsync(number, cells, dryRun: !isDone, SignedIn.Of(http), men, bus, token));
        }

        return Show(http, text, rows, isDone);
    }

    private static async Task<PastedRow> RowAsync(int number, string[] cells, bool dryRun, SignedIn user, Men men, IMessageBus bus, CancellationToken token)
    {
        string Cell(int at) => at < cells.Length ? cells[at].Trim() : "";

        var row = new PastedRow(number, Cell(0), Cell(1));
        if (await men.FindByRecordNumberAsync(user.Clinic, Cell(0), token) is not { } man)
        {
            return row with { Findings = [Finding.Refusal("NoMan", "recordNumber", Cell(0), "No man, or several, have this record number.")] };
        }

        row = row with { Man = man.Name, ManId = man.Id };
        try
        {
            var result = Result(Cell);
            row = row with { Quantity = QuantityReading.Of(result).Quantity };
            var id = Ids.Of($"paste/{user.Clinic.Id}/{man.Id}/{result.Analyte}/{result.CollectedAt}/{result.Value}/{result.Unit}/{result.Status}");
            var outcome = await bus.InvokeForTenantAsync<Outcome>(user.Clinic.Id, new RecordFact(man.Id, id, result, Sender.Of(user)) { Envelope = new() { DryRun = dryRun, Unattended = true } }, token);
            return outcome switch
            {
                Outcome.Recorded recorded => row with { Becomes = recorded.Before ? "Paste.There" : "Paste.Recorded", Warnings = Warnings(recorded.Course, id) },
                Outcome.Proposed proposed => row with { Becomes = "Paste.WillBe", Warnings = Warnings(proposed.After, id) },
                Outcome.Refused refused => row with { Findings = refused.Findings },
                Outcome.Merged merged => row with { Findings = [merged.Finding] },
                _ => row,
            };
        }
        catch (UnreadableException unreadable)
        {
            return row with { Findings = [unreadable.Finding] };
        }
    }

    private static IReadOnlyList<string> Warnings(PatientCourse course, Guid id) => [.. course.Find(id)?.Fact.Warnings?.Select(warning => warning.Code) ?? []];

    private static HormoneResultReported Result(Func<int, string> cell)
    {
        var day = Days.Select(pattern => pattern.Parse(cell(4))).FirstOrDefault(parsed => parsed.Success) is { } read
            ? LocalDatePattern.Iso.Format(read.Value)
            : throw new UnreadableException(Finding.Refusal("Unreadable", "collectedAt", cell(4), "Write the day as 2026-03-05 or 5.3.2026."));
        var body = new JsonObject
        {
            ["analyte"] = AnalyteOf(cell(1)),
            ["value"] = cell(2),
            ["unit"] = cell(3),
            ["culture"] = cell(2).Contains(',', StringComparison.Ordinal) ? "tr-TR" : "en-GB",
            ["collectedAt"] = cell(5).Length > 0 ? $"{day}T{cell(5).PadLeft(5, '0')}" : day,
            ["status"] = cell(6).Length > 0 ? cell(6) : nameof(ResultStatus.Final),
        };
        return (HormoneResultReported)JsonBody.To(body, typeof(HormoneResultReported));
    }

    // As a laboratory of either language prints it.
    private static string AnalyteOf(string text) => Enum.GetNames<Analyte>().FirstOrDefault(name =>
        string.Equals(name, text, StringComparison.OrdinalIgnoreCase)
        || Words.All.TryGetValue($"Analyte.{name}", out var words) && (string.Equals(words.En, text, StringComparison.OrdinalIgnoreCase) || string.Equals(words.Tr, text, StringComparison.OrdinalIgnoreCase))) ?? text;

    private static IEnumerable<(int Number, string[] Cells)> Cells(string text)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true, DetectDelimiterValues = ["\t", ";", "|", ","], BadDataFound = null, TrimOptions = TrimOptions.Trim,
        });
        while (csv.Read())
        {
            // A row of headings has no digit where the value stands.
            if (csv.Record is { Length: > 2 } cells && (csv.Row > 1 || cells[2].Any(char.IsAsciiDigit)))
            {
                yield return (csv.Row, cells);
            }
        }
    }

    private static IResult Show(HttpContext http, string text, IReadOnlyList<PastedRow> rows, bool isDone) =>
        PageRoutes.Show<PastePage>(http, new() { [nameof(PastePage.Text)] = text, [nameof(PastePage.Rows)] = rows, [nameof(PastePage.IsDone)] = isDone });
}

/// <summary>A row of results, and what becomes of it.</summary>
/// <param name="Number">Its place in what was pasted.</param>
/// <param name="RecordNumber">Whose it is said to be.</param>
/// <param name="Analyte">What it is said to be of.</param>
public sealed record PastedRow(int Number, string RecordNumber, string Analyte)
{
    /// <summary>The man; null when none has the number.</summary>
    public string? Man { get; init; }

    /// <summary>His id.</summary>
    public Guid? ManId { get; init; }

    /// <summary>The value as read.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The key of what becomes of it.</summary>
    public string Becomes { get; init; } = "Paste.Not";

    /// <summary>The warnings it is stored in spite of, for somebody to look at.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it is not recorded.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
