using FollowUp.Directory;
using FollowUp.RulesTests.Course;

namespace FollowUp.RulesTests.Directory;

public sealed class NationalNumberTests
{
    [Theory]
    [InlineData("10000000146", true)]
    [InlineData("12345678950", true)]
    [InlineData("11111111110", true)]
    [InlineData("99999999990", true)] // A foreigner's number begins with 99 and has the same check digits.
    [InlineData("19090909018", true)] // The even places outweigh seven times the odd ones.
    [InlineData("10000000147", false)] // The eleventh digit.
    [InlineData("10000000157", false)] // The tenth digit, the eleventh right for it.
    [InlineData("01000000074", false)] // Begins with 0.
    [InlineData("1000000014", false)]
    [InlineData("100000001460", false)]
    [InlineData("1000000014a", false)]
    [InlineData("1000000014\u0666", false)] // An Arabic-Indic six is no ASCII digit.
    [InlineData("", false)]
    public void A_turkish_identity_number_is_told_by_its_check_digits(string value, bool valid) =>
        NationalNumber.IsTurkish(value).ShouldBe(valid);

    [Theory]
    [InlineData("12345678950")]
    [InlineData("19090909018")]
    public void Any_one_wrong_digit_is_noticed(string right)
    {
        var wrong =
            from place in Enumerable.Range(0, right.Length)
            from digit in "0123456789"
            where digit != right[place]
            select $"{right[..place]}{digit}{right[(place + 1)..]}";

        wrong.Where(NationalNumber.IsTurkish).ShouldBeEmpty();
    }
}
