using FollowUp.Course;
using FollowUp.Course.FactChecks;
using NodaTime;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course.FactChecks;

public sealed class PlausibleDatesTests
{
    private static readonly PlausibleDates Check = new();

    [Fact]
    public void Today_is_fine_and_tomorrow_is_refused_with_field_value_and_remedy()
    {
        Check.Findings(Operated(Today)).ShouldBeEmpty();

        var finding = Check.Findings(Operated(Today.PlusDays(1))).ShouldHaveSingleItem();
        finding.Code.ShouldBe("InTheFuture");
        finding.Field.ShouldBe("performedOn");
        finding.Value.ShouldBe("2026-06-16");
        finding.Message.ShouldContain("2026-06-15");
        finding.Refuses.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026", true)]
    [InlineData("2026-06", true)]
    [InlineData("2026-06-15", true)]
    [InlineData("2026-06-16", false)]
    [InlineData("2026-07", false)]
    [InlineData("2027", false)]
    public void Of_a_partial_date_the_earliest_possible_day_is_judged(string on, bool fine) =>
        Check.Says(Earlier(on)).ShouldBe(fine ? [] : ["InTheFuture performedOn"]);

    [Theory]
    [InlineData("2026-06-15T12:05:00", true)]
    [InlineData("2026-06-15T12:05:01", false)]
    [InlineData("2026-06-15T09:05:00Z", true)]
    [InlineData("2026-06-15T09:05:01Z", false)]
    [InlineData("2026-06-16T02:00:00+17:00", true)]
    [InlineData("2026-06-15", true)]
    [InlineData("2026-06-16", false)]
    public void A_clock_time_may_be_five_minutes_fast_in_any_offset(string at, bool fine) =>
        Check.Says(Contact(at)).ShouldBe(fine ? [] : ["InTheFuture madeAt"]);

    [Fact]
    public void A_date_before_1900_is_refused()
    {
        Check.Says(Operated(new(1900, 1, 1))).ShouldBeEmpty();
        Check.Says(Operated(new(1899, 12, 31))).ShouldBe(["TooLongAgo performedOn"]);
        Check.Says(Operated(new(-9998, 1, 1))).ShouldBe(["TooLongAgo performedOn"]);
    }

    [Fact]
    public void A_planned_date_may_lie_five_years_ahead()
    {
        var contact = Contact("2026-06-15T09:00");

        Check.Says(contact with { NextContactOn = Today.PlusYears(5) }).ShouldBeEmpty();
        Check.Says(contact with { NextContactOn = Today.PlusYears(5).PlusDays(1) }).ShouldBe(["TooFarAhead nextContactOn"]);
        Check.Says(contact with { NextContactOn = new(9999, 12, 31) }).ShouldBe(["TooFarAhead nextContactOn"]);
    }

    [Fact]
    public void What_a_source_says_it_recorded_in_the_future_is_refused() =>
        Check.Says(Operated(Today) with { SourceRecordedAt = Now + Duration.FromMinutes(6) }).ShouldBe(["InTheFuture sourceRecordedAt"]);

    [Fact]
    public void Every_wrong_date_is_named_at_once() =>
        Check.Says(Complication(Today.PlusDays(2), "2026-06-16")).ShouldBe(["InTheFuture onsetOn", "InTheFuture detectedOn"]);

    [Fact]
    public void A_correction_is_judged_like_the_fact_itself() =>
        Check.Says(Corrections.Correct(Operated(Today), Corrected(Guid.Empty, """{"performedOn":"2026-06-16"}""").Changes)).ShouldBe(["InTheFuture performedOn"]);
}
