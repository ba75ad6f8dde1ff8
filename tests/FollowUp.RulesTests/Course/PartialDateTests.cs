using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.RulesTests.Course;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2019-03", "2019-03-01", "2019-03-31")]
    [InlineData("2019-02", "2019-02-01", "2019-02-28")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2019-12", "2019-12-01", "2019-12-31")]
    [InlineData("2019-03-07", "2019-03-07", "2019-03-07")]
    [InlineData("1900", "1900-01-01", "1900-12-31")]
    [InlineData("9998", "9998-01-01", "9998-12-31")]
    public void A_partial_date_spans_every_day_it_can_be_and_is_written_as_it_was_read(string text, string earliest, string latest)
    {
        var date = PartialDate.TryParse(text)!.Value;

        date.Earliest.ToString("uuuu-MM-dd", null).ShouldBe(earliest);
        date.Latest.ToString("uuuu-MM-dd", null).ShouldBe(latest);
        date.IsFull.ShouldBe(earliest == latest);
        date.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("19")]
    [InlineData("2019-3")]
    [InlineData("2019-13")]
    [InlineData("2019-00")]
    [InlineData("2019-02-29")]
    [InlineData("2019-03-07-01")]
    [InlineData("2019-03-")]
    [InlineData("1899")]
    [InlineData("9999")]
    [InlineData("-2019")]
    [InlineData("２０１９")]
    [InlineData("2019/03")]
    public void What_is_no_such_date_is_not_read(string text) => PartialDate.TryParse(text).ShouldBeNull();

    [Fact]
    public void A_full_date_is_that_day() => PartialDate.Of(new LocalDate(2026, 3, 5)).ToString().ShouldBe("2026-03-05");
}
