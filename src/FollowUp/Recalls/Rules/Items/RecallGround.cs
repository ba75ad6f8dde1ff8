using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Rules;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>Why a man gets a recall that not every man gets (R65).</summary>
public enum RecallGround
{
    /// <summary>His karyotype contains 47,XXY (R69).</summary>
    Klinefelter,

    /// <summary>An LH of the 6-9-month window is outside 1.7 to 8.6 IU/L (R66).</summary>
    AbnormalLH,

    /// <summary>The testosterone at 6 to 9 months is low by the clinic's rule set (R77).</summary>
    LowTestosterone,

    /// <summary>The testosterone at 6 to 9 months is below 68.0 % of that before the operation (R38).</summary>
    FallenTestosterone,

    /// <summary>The 6-9-month check was not done by its latest day.</summary>
    SixToNineMonthsMissed,

    /// <summary>The clinic has added it for every man.</summary>
    AddedByClinic,
}

/// <summary>A ground that holds for a man.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="FactId">The entry that gives it; null when it is a missing entry or the clinic's choice.</param>
public sealed record HeldGround(RecallGround Ground, Guid? FactId);

/// <summary>The grounds that hold after one operation, for any recall.</summary>
/// <param name="Held">Those that hold.</param>
/// <param name="Signs">Every value compared for them.</param>
internal sealed record GroundsAfter(IReadOnlyList<HeldGround> Held, IReadOnlyList<HormoneSign> Signs)
{
    private const string SixToNineMonths = "HORMONE_6_9M";

    /// <summary>The grounds as known on a day.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="course">The facts that stand.</param>
    /// <param name="terms">The protocol, and what is low.</param>
    /// <param name="endedOn">The day its clock ended; null while it runs.</param>
    /// <param name="on">The day; later samples do not count.</param>
    public static GroundsAfter Of(Operation operation, PatientCourse course, RecallTerms terms, LocalDate? endedOn, LocalDate on)
    {
        List<HormoneSign> signs = [.. terms.Samples.SignsAfter(operation, course).Where(sign => sign.CollectedOn <= on && !(sign.CollectedOn >= endedOn))];
        var enrolment = EnrolmentQuestion.Answer(course);
        return new(
            [
                .. enrolment.Klinefelter == Answer.Yes ? (HeldGround[])[new(RecallGround.Klinefelter, enrolment.ExplainedBy[0])] : [],
                .. signs.Where(sign => sign.Compared.Holds == true).Select(sign => new HeldGround(Of(sign.Kind), sign.FactId)),
                .. IsMissed(operation, course, terms, endedOn, on) ? (HeldGround[])[new(RecallGround.SixToNineMonthsMissed, null)] : [],
            ],
            signs);
    }

    /// <summary>The grounds on which the man gets a recall; null when he does not get it.</summary>
    public IReadOnlyList<HeldGround>? For(Recall recall, Protocol protocol)
    {
        IReadOnlyList<HeldGround> held =
        [
            .. Held.Where(ground => recall.AskedFor.Contains(ground.Ground)),
            .. protocol.Added.Contains(recall.Key) ? (HeldGround[])[new(RecallGround.AddedByClinic, null)] : [],
        ];
        return held.Count > 0 || recall.IsForEveryMan ? held : null;
    }

    // If follow-up after the operation ended by the latest day, the check was not missed.
    private static bool IsMissed(Operation operation, PatientCourse course, RecallTerms terms, LocalDate? endedOn, LocalDate on)
    {
        if (terms.Protocol.Recalls.FirstOrDefault(recall => recall.Key == SixToNineMonths) is not { } check)
        {
            return false;
        }

        var (earliest, latest) = (operation.On + check.Earliest, operation.On + check.Latest);
        return on > latest && !(endedOn <= latest) && !terms.Samples.In(course).Any(sample =>
            sample.Analyte == Analyte.Testosterone && sample.CollectedOn >= earliest && sample.CollectedOn <= latest);
    }

    public static RecallGround Of(HormoneSignKind kind) => kind switch
    {
        HormoneSignKind.AbnormalLH => RecallGround.AbnormalLH,
        HormoneSignKind.LowTestosterone => RecallGround.LowTestosterone,
        _ => RecallGround.FallenTestosterone,
    };
}
