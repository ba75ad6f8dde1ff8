using FollowUp.Alerts.Rules;
using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Demo;
using FollowUp.Directory;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording.Commands;
using FollowUp.Reports;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.RulesTests.Demo;

public sealed class DemoCohortTests
{
    private static readonly LocalDate On = new(2026, 11, 24);

    private static readonly ToldCohort Told = new(new DemoCohort(On, DemoCohort.UsualSeed));

    private static readonly IReadOnlyList<Retrieval> Retrievals = [.. Told.Courses.SelectMany(Retrieval.AllIn)];

    private static readonly IReadOnlyList<Retrieval> Salvage = [.. Retrievals.Where(retrieval => retrieval.IsSalvage)];

    [Fact]
    public void The_store_would_take_every_line_without_a_warning() => Told.Objections.ShouldBeEmpty();

    [Fact]
    public void Every_total_of_the_paper_comes_out_of_the_recorded_courses()
    {
        Rate(Retrievals).ShouldBe("147/310");
        Rate(Salvage).ShouldBe("27/73");
        Rate(Salvage.Where(man => man.PreviousType == ProcedureType.MTESE)).ShouldBe("8/33");
        Rate(Salvage.Where(man => man.PreviousType == ProcedureType.CTESE)).ShouldBe("19/40");
        Rate(Salvage.Where(man => man.PreviousHistology is [Histology.SCOS])).ShouldBe("8/43");
        Rate(Salvage.Where(man => man.PreviousHistology is [Histology.MA])).ShouldBe("8/16");
        Rate(Salvage.Where(man => man.PreviousHistology is [Histology.HS])).ShouldBe("11/14");
        Rate(Salvage.Where(man => man.Karyotype == Karyotype.Klinefelter47XXY)).ShouldBe("1/8");
        Rate(Salvage.Where(man => man.YMicrodeletion == YMicrodeletion.AZFc)).ShouldBe("1/4");
        Salvage.Count(man => man.YMicrodeletion is not YMicrodeletion.None).ShouldBe(5);
        Rate(Salvage.Where(man => man.HormoneTherapy)).ShouldBe("2/10");
        Rate(Retrievals.Where(man => !man.IsSalvage)).ShouldBe("120/237");
    }

    [Fact]
    public void Groups_have_the_printed_means_where_they_can_be_met()
    {
        var men = new DemoCohort(On, DemoCohort.UsualSeed).Men();
        DemoMan[] found = [.. men.Where(man => man.Cell is { IsSalvage: true, Found: true })];
        DemoMan[] notFound = [.. men.Where(man => man.Cell is { IsSalvage: true, Found: false })];

        found.Average(man => man.AgeYears).ShouldBe(36.71, 0.05);
        notFound.Average(man => man.AgeYears).ShouldBe(36.50, 0.05);
        found.Average(man => man.InfertilityMonths).ShouldBe(59.45, 0.05);
        notFound.Average(man => man.InfertilityMonths).ShouldBe(61.4, 0.05);
        found.Average(man => man.Fsh).ShouldBe(18.01m, 0.05m);
        notFound.Average(man => man.Fsh).ShouldBe(20.01m, 0.05m);
        Deviation(notFound.Select(man => (double)man.Fsh)).ShouldBe(9.07, 0.9);
        men.ShouldAllBe(man => man.AgeYears >= 25 && man.AgeYears <= 45 && man.InfertilityMonths >= 22);
    }

    [Fact]
    public void The_same_date_and_seed_give_the_same_bytes_and_another_seed_others()
    {
        var again = new DemoCohort(On, DemoCohort.UsualSeed).Lines();
        var other = new DemoCohort(On, 2).Lines();

        again.Select(line => line.Json.ToJsonString()).ShouldBe(Told.Lines.Select(line => line.Json.ToJsonString()));
        other.Select(line => line.Json.ToJsonString()).ShouldNotBe(Told.Lines.Select(line => line.Json.ToJsonString()));
    }

    [Fact]
    public void The_first_line_is_the_man_who_says_whose_cohort_it_is()
    {
        var first = Told.Lines[0].Json;

        first["patient"]!.GetValue<Guid>().ShouldBe(DemoCohort.FirstPatient);
        DemoCohort.Of(first["identity"]!["recordNumber"]!.ToString()).ShouldBe(new DemoCohort(On, DemoCohort.UsualSeed));
        DemoCohort.Of("A-77").ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_recorded_on_the_date_or_later_and_the_latest_operation_was_the_day_before()
    {
        Told.Lines.Max(line => line.RecordedAt).ShouldBeLessThan(On.AtStartOfDayInZone(DemoCohort.Zone).ToInstant());
        Told.Courses.SelectMany(Operation.AllIn).Where(operation => operation.Here).Max(operation => operation.On).ShouldBe(On.PlusDays(-1));
    }

    [Theory]
    [InlineData("2026-11-24", 1)]
    [InlineData("2026-08-01", 1)]
    [InlineData("2026-03-01", 2)]
    [InlineData("2026-12-27", 3)]
    [InlineData("2025-02-28", 77)]
    public void The_worklist_has_10_to_40_men_and_the_first_tick_at_most_10_messages(string on, int seed)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        var told = new ToldCohort(new DemoCohort(date, seed));
        var terms = RecallTerms.Of(new Asked(date, "EAU-2023.1", "standard-1"));

        told.Objections.ShouldBeEmpty();
        var items = told.Courses.Select(course => (Course: course, Items: DueItems.In(course, terms, date))).ToList();
        items.Count(man => man.Items.Any(item => item.State is DueState.Due or DueState.Overdue or DueState.Unreachable)).ShouldBeInRange(10, 40);
        var messages = items.SelectMany(man => man.Items.Select(item => Reminders.Next(man.Course, item, terms)))
            .OfType<PlannedReminder>().Where(message => message.From <= date).ToList();
        messages.Count.ShouldBeLessThanOrEqualTo(10);
        if (date.DayOfWeek is not (IsoDayOfWeek.Sunday or IsoDayOfWeek.Monday))
        {
            messages.ShouldContain(message => message.Recall == "CONTACT_6W");
            messages.ShouldContain(message => message.Recall == "HORMONE_6_9M");
        }
    }

    [Fact]
    public void A_clinician_has_taken_on_every_alert_but_the_latest()
    {
        var alerts = Told.Courses.SelectMany(course => AlertsQuestion.Answer(course, On.AtStartOfDayInZone(DemoCohort.Zone).ToInstant()).Alerts).ToList();

        alerts.Count(alert => alert.State == AlertState.Acknowledged).ShouldBeGreaterThan(20);
        alerts.Where(alert => alert.IsOpen).ShouldAllBe(alert => alert.RaisedOn > On.PlusDays(-5) && alert.Urgency == AlertUrgency.RoutineReview);
    }

    [Fact]
    public void Follow_up_is_as_incomplete_as_published()
    {
        var items = Told.Courses.SelectMany(course => DueItems.In(course, RecallTerms.Of(new Asked(On, "EAU-2023.1", "standard-1")), On))
            .Where(item => item.Recall == "HORMONE_6_9M" && item.Latest < On).ToList();

        ((double)items.Count(item => item.State == DueState.Satisfied) / items.Count).ShouldBeInRange(0.32, 0.42);
    }

    [Fact]
    public void The_past_holds_corrections_retractions_losses_and_reminders_but_no_major_complication()
    {
        var facts = Told.Courses.SelectMany(course => course.Log).Select(entry => entry.Fact).ToList();

        facts.OfType<EntryCorrected>().Count().ShouldBeGreaterThan(5);
        facts.OfType<EntryRetracted>().Count().ShouldBeGreaterThan(2);
        facts.OfType<PatientLostToFollowUp>().Count().ShouldBeGreaterThan(100);
        facts.OfType<PatientWithdrew>().Count().ShouldBeInRange(3, 9);
        facts.OfType<PatientDied>().Count().ShouldBeInRange(1, 2);
        facts.OfType<ReminderDecided>().Count().ShouldBeGreaterThan(100);
        facts.OfType<ComplicationGraded>().ShouldAllBe(graded => graded.Grade == ClavienDindo.I || graded.Grade == ClavienDindo.II);
        Told.Courses.Count(course => course.Of<PainReported>().Any(pain => pain.Fact.Nrs > 0)).ShouldBeInRange(145, 156);
    }

    [Fact]
    public void Identities_are_complete_and_of_310_different_men()
    {
        var sent = Told.Lines.Where(line => line.Json.ContainsKey("identity"))
            .Select(line => (PatientIdentity)JsonBody.To(line.Json["identity"]!.DeepClone().AsObject(), typeof(PatientIdentity))).ToList();

        sent.Count.ShouldBe(310);
        sent.SelectMany(identity => IdentityReading.Of(identity, On, "TR").Findings).ShouldBeEmpty();
        sent.Select(identity => (identity.GivenName, identity.FamilyName)).ShouldBeUnique();
        sent.Select(identity => identity.NationalNumber!.Value).ShouldBeUnique();
        string.Concat(sent.Select(identity => identity.GivenName + identity.FamilyName)).ShouldSatisfyAllConditions(
            letters => letters.ShouldContain("ı"), letters => letters.ShouldContain("ş"), letters => letters.ShouldContain("ğ"),
            letters => letters.ShouldContain("ç"), letters => letters.ShouldContain("ö"), letters => letters.ShouldContain("ü"), letters => letters.ShouldContain("İ"));
        sent.ShouldAllBe(identity => identity.Email!.EndsWith("@example.org", StringComparison.Ordinal));
    }

    private static string Rate(IEnumerable<Retrieval> retrievals)
    {
        var all = retrievals.ToList();
        return $"{all.Count(retrieval => retrieval.Outcome == RetrievalOutcome.SpermFound)}/{all.Count}";
    }

    private static double Deviation(IEnumerable<double> values)
    {
        var all = values.ToList();
        var mean = all.Average();
        return Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Count - 1));
    }
}
