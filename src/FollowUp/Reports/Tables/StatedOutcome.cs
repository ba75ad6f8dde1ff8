using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using NodaTime;

namespace FollowUp.Reports.Tables;

/// <summary>
/// What the paper reports in words only, for one operation: whether testosterone was started after it, and whether there was mild abdominal pain
/// for which only paracetamol was taken. Complications are in the windows (R51 to R55).
/// </summary>
/// <param name="FollowedDays">Days from it to the last contact, hormone sample or start of testosterone before the next operation; null without one.</param>
/// <param name="HadTestosteroneBefore">Whether testosterone was started before it, or at an unknown time (R25).</param>
/// <param name="BeganTestosterone">Whether testosterone was started on its day or later, before the next operation (R36), and never before.</param>
/// <param name="MildAbdominalPain">
/// Whether the highest numeric score in the abdomen was 1 to 3 on days 1 to 3; null when no numeric score was recorded on these days, or when
/// they are not over.
/// </param>
/// <param name="AnyDose">Whether an analgesic was taken on days 0 to 3, not counting what staff gave on the day of surgery.</param>
/// <param name="ParacetamolAlone">Whether it was only paracetamol; a combination with codeine or tramadol is another drug.</param>
public sealed record StatedOutcome(
    int? FollowedDays, bool HadTestosteroneBefore, bool BeganTestosterone, bool? MildAbdominalPain, bool AnyDose, bool ParacetamolAlone)
{
    /// <summary>The first day of early pain, counted from the day of surgery, which is 0: the day of the contact after 24 to 48 hours.</summary>
    public const int FirstDay = 1;

    /// <summary>The last day of early pain and of the doses taken for it, inclusive.</summary>
    public const int LastDay = 3;

    /// <summary>Whether the days of early pain are over.</summary>
    public bool DaysAreOver { get; init; }

    /// <summary>The outcomes of a man's operations done here, by operation id.</summary>
    /// <param name="course">The man.</param>
    /// <param name="on">The date asked for.</param>
    public static IReadOnlyDictionary<Guid, StatedOutcome> AllIn(PatientCourse course, LocalDate on)
    {
        var pain = PainQuestion.Answer(course).Episodes;
        var testosterone = TherapyPeriod.AllIn(course).Where(therapy => therapy.Effect == TherapyEffect.Testosterone).ToList();
        LocalDate[] seen = [.. course.Of<ContactMade>().Select(contact => contact.Occurred.Earliest), .. HormoneSamples.Of(course).All.Select(sample => sample.DrawnOn)];
        return Operation.ClocksIn(course).ToDictionary(clock => clock.Index.Id, clock => Of(clock.Index, clock.Next));

        StatedOutcome Of(Operation index, Operation? next)
        {
            bool IsHere(LocalDate day) => day >= index.On && !(day >= next?.On);
            int Day(LocalDate day) => Period.DaysBetween(index.On, day);
            bool IsEarly(LocalDate day, int from) => IsHere(day) && Day(day) >= from && Day(day) <= LastDay;

            // A start that may have been on the day of surgery or later counts as one: a partly known date must not hide it (R36).
            var before = testosterone.Any(therapy => !(therapy.StartedOn?.Latest >= index.On));
            LocalDate[] begun = before ? []
                : [.. testosterone.Select(therapy => LocalDate.Max(therapy.StartedOn!.Value.Earliest, index.On)).Where(IsHere)];
            var scores = pain.Where(score => score.Nrs is not null && IsEarly(score.On, FirstDay)).ToList();
            var abdomen = scores.Where(score => score.Site == PainSite.LowerAbdomen).Max(score => score.Nrs);
            var isOver = Day(on) >= LastDay;
            var doses = course.Of<AnalgesicTaken>()
                .Where(dose => IsEarly(dose.Occurred.Earliest, 0) && !(dose.Fact.GivenBy == GivenBy.Staff && Day(dose.Occurred.Earliest) == 0))
                .Select(dose => dose.Fact.Drug).ToList();
            return new(
                seen.Where(day => IsHere(day) && day > index.On).Concat(begun).Select(day => (int?)Day(day)).Max(),
                before,
                begun.Length > 0,
                !isOver || scores.Count == 0 ? null : abdomen is { } highest && PainQuestion.Band(highest) == PainBand.Mild,
                doses.Count > 0,
                doses.Count > 0 && doses.TrueForAll(drug => drug == Analgesic.Paracetamol)) { DaysAreOver = isOver };
        }
    }
}
