using FollowUp.Access;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Reports.Statistics;

namespace FollowUp.Reports.Tables;

/// <summary>A contact or a failed attempt, and who recorded it.</summary>
/// <param name="Nurse">The user's id.</param>
/// <param name="Reached">Whether the man was reached.</param>
/// <param name="Closed">The step it closed; null when it closed none.</param>
/// <param name="Days">Days from the step's first day to the contact; null when it closed no step.</param>
/// <param name="AskedAboutComplications">Whether complications were asked about in a contact, answered or not; null for a failed attempt.</param>
public sealed record ContactBy(string Nurse, bool Reached, DueState? Closed, int? Days, bool? AskedAboutComplications);

/// <summary>Who made the contacts. It says how staff work, so only those responsible for staff may read it, not colleagues or researchers.</summary>
public sealed class ByNurse : Report<ContactBy>
{
    /// <inheritdoc/>
    public override string Name => "by-nurse";

    /// <inheritdoc/>
    public override string Title => "Follow-up by who made the contacts";

    /// <inheritdoc/>
    public override string Description => "Contacts and failed attempts of each user, how many closed a step in time, and how often complications were asked about.";

    /// <inheritdoc/>
    public override string Policy => Policies.Staffing;

    /// <inheritdoc/>
    public override IReadOnlyList<Stratum> Strata => [];

    /// <inheritdoc/>
    protected override IEnumerable<ContactBy> Rows(PatientCourse course, Asked asked)
    {
        var closed = DueItems.In(course, RecallTerms.Of(asked), asked.On).Where(item => item.SatisfiedBy is not null)
            .ToLookup(item => item.SatisfiedBy!.FactId);
        return
        [
            .. course.Of<ContactMade>().Select(contact => new ContactBy(
                contact.Entry.FirstRecordedBy, Reached: true, closed[contact.Id].FirstOrDefault()?.State,
                closed[contact.Id].FirstOrDefault() is { } item ? NodaTime.Period.DaysBetween(item.Earliest, item.SatisfiedBy!.On) : null,
                contact.Fact.Complications != ComplicationAnswer.NotAsked)),
            .. course.Of<ContactAttempted>().Select(attempt => new ContactBy(attempt.Entry.FirstRecordedBy, Reached: false, null, null, null)),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Table> Tables(IReadOnlyList<ContactBy> rows, ReportParameters parameters) =>
    [
        new(
            "nurses", "Contacts and attempts by who recorded them",
            [
                new("reached", "Reached, of all tries", Shape.Rate), new("inWindow", "Closed a step in the window", Shape.Count),
                new("late", "late", Shape.Count), new("days", "Days to the contact: median (quartiles)", Shape.Quartiles),
                new("asked", "Asked about complications", Shape.Rate),
            ],
            [
                .. rows.GroupBy(row => row.Nurse).OrderBy(nurse => nurse.Key, StringComparer.Ordinal).Select(nurse =>
                {
                    var contacts = nurse.Where(row => row.Reached).ToList();
                    return new Row("User", nurse.Key,
                    [
                        Cell.Rate(new(contacts.Count, nurse.Count())), Cell.Count(contacts.Count(row => row.Closed == DueState.Satisfied)),
                        Cell.Count(contacts.Count(row => row.Closed == DueState.SatisfiedLate)),
                        Cell.Quartiles(Summary.Of(contacts.Select(row => row.Days).OfType<int>().Select(days => (decimal)days))),
                        Cell.Rate(new(contacts.Count(row => row.AskedAboutComplications == true), contacts.Count)),
                    ]);
                }),
            ],
            rows.Count == 0 ? ["There is no contact."]
                : ["By the user who recorded it, who need not be the one who called. Users have different patients: this is not a ranking."]),
    ];
}
