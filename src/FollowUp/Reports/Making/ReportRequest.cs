using System.Globalization;
using System.Text.Json.Serialization;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Reports.Tables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Reports.Making;

/// <summary>A request for a report, with everything that the report depends on. The same request gives the same bytes.</summary>
/// <param name="Report">The report.</param>
/// <param name="By">What it is divided by.</param>
/// <param name="Basis">What it is based on.</param>
/// <param name="Form">Its format.</param>
public sealed record ReportRequest(IReport Report, IReadOnlyList<Stratum> By, ReportBasis Basis, ReportForm Form)
{
    /// <summary>Whether it is about now, so that it may be made from the stored rows up to whichever event these contain.</summary>
    public bool IsAboutNow { get; init; }

    /// <summary>The address of the same request.</summary>
    public string Address =>
        $"/reports/{Report.Name}{(Form.Signed ? "/snapshot" : Form.Figure is { } figure ? $"/figures/{Uri.EscapeDataString(figure)}" : "")}"
        + $"?asOf={InstantPattern.ExtendedIso.Format(Basis.AsOf)}&upToEvent={Basis.UpToEvent.ToString(CultureInfo.InvariantCulture)}&on={LocalDatePattern.Iso.Format(Basis.On)}"
        + $"&ruleSet={Uri.EscapeDataString(Basis.RuleSet)}&format={Form.Format}{(By.Count == 0 ? "" : $"&by={Stratum.Combined(By).Key}")}";
}

/// <summary>What a report is based on.</summary>
/// <param name="AsOf">As recorded at this instant.</param>
/// <param name="UpToEvent">The number of the last event in it.</param>
/// <param name="Provisional">Whether the instant is later than the store's high-water mark, so that a fact that is being recorded may be missing.</param>
/// <param name="On">The date that answers are for.</param>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="ForResearch">Whether small cells are withheld and men without an agreement to research are left out.</param>
public sealed record ReportBasis(Instant AsOf, long UpToEvent, bool Provisional, LocalDate On, string RuleSet, string Protocol, bool ForResearch)
{
    /// <summary>What the questions about each man are asked with.</summary>
    public Asked Asked(Clinic clinic) => new(On, RuleSet, Protocol) { Holidays = clinic.Holidays };

    /// <summary>Whether a user gets a report in its version for research. Reports about staff have none: they count everything that staff did.</summary>
    public static bool IsForResearch(IReport report, SignedIn user) => report.Policy == Policies.Reports && !user.SeesEveryMan;
}

/// <summary>The format of a report or of one of its figures.</summary>
/// <param name="Format">A writer's format; for a figure <c>svg</c> or <c>png</c>.</param>
/// <param name="Figure">The figure's key; null for the whole report.</param>
/// <param name="Signed">Whether the document comes with a signed statement.</param>
public sealed record ReportForm(string Format, string? Figure = null, bool Signed = false)
{
    /// <summary>The format of a figure as vectors.</summary>
    public const string Vectors = "svg";

    /// <summary>The format of a figure as a bitmap.</summary>
    public const string Bitmap = "png";

    /// <summary>The refusal of a format that does not exist; null when it exists.</summary>
    [JsonIgnore]
    public Finding? Refusal => Formats.Contains(Format) ? null : ReportQuery.Unknown("format", Format, Formats);

    private IEnumerable<string> Formats => Figure is null ? ReportQuery.Writers.Keys : [Vectors, Bitmap];
}

/// <summary>A report in the format that was asked for.</summary>
/// <param name="Content">The bytes; null when the report has no such figure.</param>
/// <param name="ContentType">Their media type.</param>
/// <param name="Figures">The keys of all its figures.</param>
/// <param name="Behind">How many events of the clinic are not in it yet, because its rows lag behind.</param>
public sealed record WrittenReport(byte[]? Content, string ContentType, IReadOnlyList<string> Figures, long Behind = 0);

/// <summary>A report as numbers, words and figures.</summary>
/// <param name="Document">The report.</param>
/// <param name="Basis">What it is based on.</param>
/// <param name="Behind">How many events of the clinic are not in it yet.</param>
public sealed record FinishedReport(ReportDocument Document, ReportBasis Basis, long Behind);
