using FollowUp.Contacts.Facts;
using FollowUp.Course.FactChecks;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course.FactChecks;

public sealed class ShortCodesTests
{
    private static readonly ShortCodes Check = new();

    [Theory]
    [InlineData("D-019", true)]
    [InlineData("surgeon-1", true)]
    [InlineData("7", true)]
    [InlineData("Ahmet Kaya", false)]
    [InlineData("KAYA", false)]
    [InlineData("D-019\n", false)]
    [InlineData("", false)]
    [InlineData("D-019 (assistant: Kaya)", false)]
    public void A_surgeon_is_a_staff_code_and_no_name(string surgeon, bool fine) =>
        Check.Says(Operated(Today) with { SurgeonId = surgeon }).ShouldBe(fine ? [] : ["CodeExpected surgeonId"]);

    [Theory]
    [InlineData("Vicryl 5/0", true)]
    [InlineData("Vicryl 4-0", true)]
    [InlineData("5/0", true)]
    [InlineData("Vicryl", false)]
    [InlineData("Vicryl 5/0 by Dr Kaya", false)]
    public void A_closure_is_a_suture(string closure, bool fine) =>
        Check.Says(Operated(Today) with { Closure = closure }).ShouldBe(fine ? [] : ["CodeExpected closure"]);

    [Fact]
    public void A_drug_of_the_operation_is_named_with_its_place_in_the_list() =>
        Check.Says(Operated(Today) with
        {
            Drugs =
            [
                new("gentamicin", 80, "mg", DrugRoute.Irrigation),
                new("given by his brother", 1.5m, "milligrams per dose", DrugRoute.Other),
            ],
        }).ShouldBe(["CodeExpected drugs[1].drug", "CodeExpected drugs[1].unit"]);

    [Theory]
    [InlineData("47", true)]
    [InlineData("05", true)]
    [InlineData("4", false)]
    [InlineData("474", false)]
    [InlineData("4a", false)]
    [InlineData("٤٧", false)]
    public void A_number_ending_is_exactly_two_digits(string ending, bool fine) =>
        Check.Says(new ContactAttempted { AttemptedAt = Time("2026-06-15"), Channel = Channel.Phone, Outcome = AttemptOutcome.Busy, NumberEnding = ending })
            .ShouldBe(fine ? [] : ["CodeExpected numberEnding"]);

    [Theory]
    [InlineData("46,XY", true)]
    [InlineData("47,XXY[18]/46,XY[2]", true)]
    [InlineData("mos 47,XXY[10]/46,XY[20]", true)]
    [InlineData("46,XY,inv(9)(p12q13)", true)]
    [InlineData("45,X/46,XY", true)]
    [InlineData("46,XX,der(X)t(X;Y)(p22.3;p11.2)", true)]
    [InlineData("Klinefelter, father of Ali", false)]
    [InlineData("47XXY", false)]
    public void A_karyotype_is_iscn(string iscn, bool fine) =>
        Check.Says(Enrolled with { KaryotypeIscn = iscn }).ShouldBe(fine ? [] : ["CodeExpected karyotypeIscn"]);

    [Fact]
    public void The_remedy_says_where_free_text_belongs_and_gives_an_example()
    {
        var message = Check.Findings(Operated(Today) with { SurgeonId = "Ahmet Kaya" }).Single().Message;

        message.ShouldContain("D-019");
        message.ShouldContain("note");
    }

    [Fact]
    public void A_very_long_text_is_refused_at_once() =>
        Check.Says(Operated(Today) with { SurgeonId = new string('1', 1_000_000) }).ShouldBe(["CodeExpected surgeonId"]);
}
