using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.FactChecks;
using FollowUp.Surgery.Facts;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course.FactChecks;

public sealed class KnownEntriesTests
{
    private static readonly KnownEntries Check = new();

    private static HistologyReported Histology(int procedure) =>
        new() { ProcedureId = Id(procedure), Side = Side.Left, Pattern = FollowUp.Surgery.Facts.Histology.SCOS };

    [Fact]
    public void A_histology_names_a_procedure_here_or_elsewhere()
    {
        Check.Says(Histology(1), Operated(Today)).ShouldBeEmpty();
        Check.Says(Histology(1), Earlier("2019")).ShouldBeEmpty();
        Check.Says(Histology(1), Contact("2026-06-01")).ShouldBe(["UnknownEntry procedureId"]);
        Check.Says(Histology(2), Operated(Today)).ShouldBe(["UnknownEntry procedureId"]);
    }

    [Fact]
    public void R04_an_entry_that_was_retracted_is_not_known_until_it_is_restored()
    {
        Check.Says(Histology(1), Operated(Today), Retracted(Id(1))).ShouldBe(["UnknownEntry procedureId"]);
        Check.Says(Histology(1), Operated(Today), Retracted(Id(1)), Retracted(Id(2))).ShouldBeEmpty();
    }

    [Fact]
    public void A_grade_and_a_resolution_name_a_complication()
    {
        Check.Says(Graded(Id(2), ClavienDindo.II, Today), Operated(Today), Complication(Today)).ShouldBeEmpty();
        Check.Says(Graded(Id(1), ClavienDindo.II, Today), Operated(Today), Complication(Today)).ShouldBe(["UnknownEntry complicationId"]);
        Check.Says(new ComplicationResolved { ComplicationId = Id(9), ResolvedOn = Today }).ShouldBe(["UnknownEntry complicationId"]);
    }

    [Fact]
    public void A_complication_names_its_operation_and_its_contact_if_it_names_any()
    {
        Check.Says(Complication(Today)).ShouldBeEmpty();
        Check.Says(Complication(Today, procedure: Id(7)) with { ContactId = Id(8) }).ShouldBe(["UnknownEntry procedureId", "UnknownEntry contactId"]);
        Check.Says(Complication(Today, procedure: Id(1)) with { ContactId = Id(2) }, Operated(Today), Contact("2026-06-15")).ShouldBeEmpty();
    }

    [Fact]
    public void The_remedy_names_the_kinds_that_may_be_named() =>
        Check.Findings(Histology(2)).Single().Message.ShouldContain("procedure_performed or earlier_procedure_reported");
}
