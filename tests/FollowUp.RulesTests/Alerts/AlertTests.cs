using System.Globalization;
using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Course;
using FollowUp.RulesTests.Course;
using FollowUp.RulesTests.Golden;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Alerts;

public sealed class AlertTests
{
    private static readonly string Folder = "Alerts";

    [Fact]
    public void Alerts_are_raised_as_in_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("alerts.csv", Folder))
        {
            var alerts = AlertsQuestion.Answer(Stories.Course(row["told"]), Instant.MinValue).Alerts.OrderBy(alert => alert.Trigger).ThenBy(alert => alert.FactId);

            string.Join(", ", alerts.Select(alert => $"{alert.Trigger} {Place(alert.FactId)} {alert.Urgency}")).ShouldBe(row["alerts"], row.ToString());
        }
    }

    [Fact]
    public void An_alert_nobody_takes_on_escalates_as_in_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("escalation.csv", Folder))
        {
            var at = LocalDateTimePattern.ExtendedIso.Parse(row["at"]).Value.InZoneLeniently(Istanbul).ToInstant();
            var alert = AlertsQuestion.Answer(Stories.Course(row["told"]), at).Alerts.ShouldHaveSingleItem(row.ToString());

            $"{alert.State} {alert.Escalations} {alert.Owner}".ShouldBe($"{row["state"]} {row["escalations"]} {row["owner"]}", row.ToString());
            (alert.NextEscalationAt > at).ShouldBe(alert.IsOpen, row.ToString());
        }
    }

    [Fact]
    public void Every_trigger_is_raised_by_some_row_of_the_golden_table() =>
        GoldenTable.Rows("alerts.csv", Folder).SelectMany(row => row["alerts"].Split(", ")).Select(alert => alert.Split(' ')[0]).Where(name => name.Length > 0)
            .ToHashSet().ShouldBe(Enum.GetNames<AlertTrigger>(), ignoreOrder: true);

    [Fact]
    public void The_acknowledgement_says_who_answers_for_it_and_what_came_of_it()
    {
        var alert = AlertsQuestion.Answer(Stories.Course("contact 2026-01-16T10:00 Rigors=Yes | acknowledged Rigors 1 2026-01-16T10:20"), Instant.MaxValue).Alerts.Single();

        alert.Acknowledged.ShouldBe(new Acknowledgement(Id(2), new(2026, 1, 16), new LocalTime(10, 20), "D-019", AlertOutcome.Seen));
        alert.Owner.ShouldBeNull();
        alert.ExplainedBy.ShouldBe([Id(1), Id(2)]);
    }

    [Fact]
    public void Acknowledging_one_alert_leaves_the_others_of_the_same_contact_open()
    {
        var alerts = AlertsQuestion.Answer(Stories.Course("contact 2026-01-16T10:00 Rigors=Yes WoundPus=Yes | acknowledged WoundPus 1 2026-01-16T10:20"), Instant.MinValue).Alerts;

        alerts.Select(alert => (alert.Trigger, alert.State)).ShouldBe([(AlertTrigger.Rigors, AlertState.Open), (AlertTrigger.WoundPus, AlertState.Acknowledged)]);
    }

    [Fact]
    public void A_dose_above_the_limit_after_a_call_alarms_again()
    {
        const string overdose = "dose 2026-01-16T08:00 Paracetamol 5000 | acknowledged AnalgesicAboveLimit 1 2026-01-16T09:00";
        var open = AlertsQuestion.Answer(Stories.Course($"{overdose} | dose 2026-01-16T14:00 Paracetamol 500"), Instant.MinValue).Alerts.Where(alert => alert.IsOpen);

        AlertsQuestion.Answer(Stories.Course(overdose), Instant.MinValue).Alerts.ShouldAllBe(alert => !alert.IsOpen);
        open.ShouldHaveSingleItem().FactId.ShouldBe(Id(3));
    }

    [Fact]
    public void A_man_is_found_by_the_day_of_his_oldest_open_alert()
    {
        var question = new AlertsQuestion();
        const string told = "contact 2026-01-16T10:00 Rigors=Yes | contact 2026-01-18T10:00 WoundPus=Yes";

        question.Dates(Stories.Course(told), "standard-1").AlertFrom.ShouldBe(new LocalDate(2026, 1, 16));
        question.Dates(Stories.Course($"{told} | acknowledged Rigors 1 2026-01-16T10:20"), "standard-1").ShouldBe(new WorkDates(new(2026, 1, 18), null) { AlertFrom = new(2026, 1, 18) });
        question.Dates(Stories.Course("contact 2026-01-16T10:00"), "standard-1").ShouldBe(new WorkDates(null, null));
    }

    [Fact]
    public void A_recorded_fact_tells_at_once_which_alerts_it_raised()
    {
        var before = Stories.Course("contact 2026-01-16T10:00 Rigors=Yes");
        var after = Stories.Course("contact 2026-01-16T10:00 Rigors=Yes | pain 2026-01-16T10:05 nrs=9");
        var asked = new Asked(new(2026, 1, 16), "EAU-2023.1", "standard-1");

        var raised = (IReadOnlyList<Alert>)new AlertsRaised().Of(before, after, Id(2), asked);

        raised.ShouldHaveSingleItem().Trigger.ShouldBe(AlertTrigger.SeverePain);
    }

    [Theory]
    [InlineData("acknowledged Rigors 1 2026-01-16T10:20", "")]
    [InlineData("acknowledged Rigors 1 2026-01-16", "")]
    [InlineData("acknowledged Fever 1 2026-01-16T10:20", "NoSuchAlert trigger")]
    [InlineData("acknowledged Rigors 2 2026-01-18T10:20", "NoSuchAlert trigger")]
    [InlineData("acknowledged Rigors 1 2026-01-15T10:20", "BeforeAlert acknowledgedAt")]
    [InlineData("acknowledged Rigors 9 2026-01-16T10:20", "")]
    public void An_acknowledgement_is_of_an_alert_that_there_is(string told, string said)
    {
        var fact = (AlertAcknowledged)Stories.Told(told).Single();

        string.Join(", ", new AcknowledgementCheck().Says(fact, Stories.Told("contact 2026-01-16T10:00 Rigors=Yes | contact 2026-01-17T10:00"))).ShouldBe(said);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Any_day_can_be_asked_for(string on) =>
        new AlertsQuestion().Ask(Stories.Course("contact 2026-01-16T10:00 Rigors=Yes"), new(Stories.Date(on), "EAU-2023.1", "standard-1"))
            .ShouldBeOfType<AlertsAnswer>().Alerts.Count.ShouldBe(1);

    private static string Place(Guid id) => BitConverter.ToInt32(id.ToByteArray()).ToString(CultureInfo.InvariantCulture);
}
