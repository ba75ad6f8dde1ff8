using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The hormone levels of one sample, printed as the man's laboratory prints them.</summary>
/// <param name="Testosterone">Total testosterone, nmol/L.</param>
/// <param name="Lh">LH, IU/L; null when it was not measured.</param>
/// <param name="Fsh">FSH, IU/L; null when it was not measured.</param>
internal sealed record Levels(decimal Testosterone, decimal? Lh, decimal? Fsh)
{
    // One nmol/L of testosterone in ng/dL.
    private const decimal NgPerDlOfOne = 28.842m;

    /// <summary>A clock time inside the morning window.</summary>
    public static LocalTime Morning(Draw draw) => new(draw.Between(7, 10), draw.Between(0, 59));

    /// <summary>The day after a sample on which the laboratory answers and the result is typed.</summary>
    public static LocalDate AnsweredOn(LocalDateTime drawn) => Story.Working(drawn.Date.PlusDays(1));

    /// <summary>The levels with the variation between one man's samples.</summary>
    public Levels Varied(Draw draw, double variation) => new(
        Times(Testosterone, 1 + (variation * draw.Normal())),
        Lh is { } lh ? Times(lh, 1 + (variation * draw.Normal())) : null,
        Fsh is { } fsh ? Times(fsh, 1 + (variation * draw.Normal())) : null);

    /// <summary>Records them; returns the id of the testosterone entry.</summary>
    /// <param name="story">The man.</param>
    /// <param name="drawn">When the sample was drawn.</param>
    /// <param name="mistyped">Whether the testosterone is mistyped and corrected some days later.</param>
    public Guid Record(Story story, LocalDateTime drawn, bool mistyped = false)
    {
        var typed = AnsweredOn(drawn) + new LocalTime(13, story.Draw.Between(0, 50));
        var (value, unit, culture) = Printed(story.Man.Number);
        var testosterone = Result(story, typed, drawn, Analyte.Testosterone, mistyped ? Mistyped(story.Man.Number) : value, unit, culture);
        if (Lh is { } lh)
        {
            Result(story, typed, drawn, Analyte.LH, Number(lh, "0.0"), "IU/L", null);
        }

        if (Fsh is { } fsh)
        {
            Result(story, typed, drawn, Analyte.FSH, Number(fsh, "0.0"), "mIU/mL", null);
        }

        if (mistyped)
        {
            story.Correct(
                Story.Working(typed.Date.PlusDays(4)) + new LocalTime(10, 15), testosterone, new JsonObject { ["value"] = value },
                CorrectionReason.TypingError, "Laboratuvar raporuyla karşılaştırıldı.");
        }

        return testosterone;
    }

    private string Mistyped(int man) => (this with { Testosterone = Times(Testosterone, 1.22) }).Printed(man).Value;

    private (string Value, string Unit, string? Culture) Printed(int man) => (man % 3) switch
    {
        0 => (Number(Testosterone * NgPerDlOfOne, "0"), "ng/dL", null),
        1 => (Number(Testosterone * NgPerDlOfOne / 100, "0.00").Replace('.', ','), "ng/mL", "tr-TR"),
        _ => (Number(Testosterone, "0.0"), "nmol/L", null),
    };

    private static Guid Result(Story story, LocalDateTime typed, LocalDateTime drawn, Analyte analyte, string value, string unit, string? culture) =>
        story.Record(typed, new HormoneResultReported
        {
            Analyte = analyte,
            Value = value,
            Unit = unit,
            Culture = culture,
            CollectedAt = ClinicalTime.At(drawn),
            Status = ResultStatus.Final,
            ResultKey = string.Create(CultureInfo.InvariantCulture, $"{story.Man.Number:000}-{drawn.Year}{drawn.Month:00}{drawn.Day:00}-{analyte}"),
            Laboratory = string.Create(CultureInfo.InvariantCulture, $"LAB-{(char)('A' + (story.Man.Number % 3))}"),
            Method = "ECLIA",
            AcutelyIll = Answer.No,
            Fasting = Answer.Yes,
        });

    private static decimal Times(decimal level, double factor) => Math.Round(level * (decimal)Math.Max(0.2, factor), 1, MidpointRounding.AwayFromZero);

    private static string Number(decimal value, string format) => Math.Round(value, 3, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture);
}
