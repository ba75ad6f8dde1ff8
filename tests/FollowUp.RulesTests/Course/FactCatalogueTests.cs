using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.RulesTests.Course;

public sealed class FactCatalogueTests
{
    [Fact]
    public void Every_kind_of_fact_has_a_name_and_an_address_of_its_own()
    {
        var kinds = FactJson.Kinds.Values.Select(FactJson.Describe).ToList();

        kinds.Select(kind => kind.Name).ShouldBeUnique();
        kinds.Select(kind => kind.Path).ShouldBeUnique();
    }
}
