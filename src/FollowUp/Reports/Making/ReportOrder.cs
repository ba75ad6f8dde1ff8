using System.Globalization;
using System.Text.Json.Serialization;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Reports.Tables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Reports.Making;

/// <summary>A report that was ordered: which, divided by what, resting on what, and in which form. The same order gives the same bytes.</summary>
/// <param name="Report">The report.</param>
/// <param name="By">What it is divided by.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Form">The form it is to have.</param>
public sealed record ReportOrder(IReport Report, IReadOnlyList<Stratum> By, ReportBasis Basis, ReportForm Form)
{
    /// <summary>Whether it is about now, and so may be made of rows that are kept; how far these go is known when they are read.</summary>
    public bool IsAboutNow { get; init; }

    /// <summary>The address at which the same is asked for again.</summary>
    public string Address =>
        $"/reports/{Report.Name}{(Form.Signed ? "/snapshot" : Form.Figure is { } figure ? $"/figures/{Uri.EscapeDataString(figure)}" : "")}"
        + $"?asOf={InstantPattern.ExtendedIso.Format(Basis.AsOf)}&upToEvent={Basis.UpToEvent.ToString(CultureInfo.InvariantCulture)}&on={LocalDatePattern.Iso.Format(Basis.On)}"
        + $"&ruleSet={Uri.EscapeDataString(Basis.RuleSet)}&format={Form.Format}{(By.Count == 0 ? "" : $"&by={Stratum.Combined(By).Key}")}";
}

/// <summary>What a report rests on.</summary>
/// <param name="AsOf">As recorded at this instant.</param>
/// <param name="UpToEvent">The number of the last event that counts.</param>
/// <param name="Provisional">Whether the instant is younger than the store's high-water mark, so that a fact on its way may still be missing.</param>
/// <param name="On">The date asked for.</param>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="ForResearch">Whether small cells are withheld and men without agreement left out.</param>
public sealed record ReportBasis(Instant AsOf, long UpToEvent, bool Provisional, LocalDate On, string RuleSet, string Protocol, bool ForResearch)
{
    /// <summary>How men are asked.</summary>
    public Asked Asked(Clinic clinic) => new(On, RuleSet, Protocol) { Holidays = clinic.Holidays };

    /// <summary>Whether a reader gets a report as men's data are used for research. What is about the staff counts all they did, whoever of the men agreed to it.</summary>
    public static bool IsForResearch(IReport report, SignedIn user) => report.Policy == Policies.Reports && !user.SeesEveryMan;
}

/// <summary>The form that a report, or one of its figures, is to have.</summary>
/// <param name="Format">A writer's format; of a figure <c>svg</c> or <c>png</c>.</param>
/// <param name="Figure">The figure's key; null for the whole report.</param>
/// <param name="Signed">Whether the document comes with a signed statement.</param>
public sealed record ReportForm(string Format, string? Figure = null, bool Signed = false)
{
    /// <summary>The format of a figure as vectors.</summary>
    public const string Vectors = "svg";

    /// <summary>The format of a figure as a bitmap.</summary>
    public const string Bitmap = "png";

    /// <summary>Why there is no such form; null when there is.</summary>
    [JsonIgnore]
    public Finding? Refusal => Formats.Contains(Format) ? null : ReportQuery.Unknown("format", Format, Formats);

    private IEnumerable<string> Formats => Figure is null ? ReportQuery.Writers.Keys : [Vectors, Bitmap];
}

/// <summary>A report in its form.</summary>
/// <param name="Content">The bytes; null when the report has no such figure.</param>
/// <param name="ContentType">Their media type.</param>
/// <param name="Figures">The keys of the figures that it has.</param>
/// <param name="Behind">How many events of the clinic are not in it yet, for its rows lag behind.</param>
public sealed record Written(byte[]? Content, string ContentType, IReadOnlyList<string> Figures, long Behind = 0);

/// <summary>A report as numbers, words and figures.</summary>
/// <param name="Document">The report.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Behind">How many events of the clinic are not in it yet.</param>
public sealed record FinishedReport(ReportDocument Document, ReportBasis Basis, long Behind);
