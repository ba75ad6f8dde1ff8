using System.Text.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Reports.Testosterone;

namespace FollowUp.RulesTests.Reports;

public sealed class FlagsJsonTests
{
    private static readonly JsonSerializerOptions Short = new() { Converters = { new FlagsJson() } };

    [Fact]
    public void What_a_flag_says_is_written_in_short_and_read_as_it_was_and_what_it_does_not_say_is_not_known()
    {
        bool?[] answers = [true, false, null];
        var nothing = new FlagSummary(HypogonadismStatus.NoData, LHClass.Unclassified, null, null, false);
        IReadOnlyDictionary<string, (FlagSummary Before, FlagSummary After)> flags =
            (from low in answers
             from fell in answers
             from met in (bool[])[true, false]
             select new FlagSummary(HypogonadismStatus.LowConfirmed, LHClass.Primary, low, fell, met))
            .Select((flag, i) => (flag, i)).ToDictionary(each => $"R-{each.i}", each => (nothing, each.flag));

        var text = JsonSerializer.Serialize(flags, Short);
        var read = JsonSerializer.Deserialize<IReadOnlyDictionary<string, (FlagSummary Before, FlagSummary After)>>(text, Short)!;

        text.ShouldContain("|NoData,Unclassified|LowConfirmed,Primary");
        foreach (var (id, flag) in flags)
        {
            read[id].ShouldBe(flag, id);
        }
    }
}
