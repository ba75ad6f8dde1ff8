using System.Reflection;
using System.Runtime.CompilerServices;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.RulesTests.Golden;

namespace FollowUp.RulesTests.Architecture;

/// <summary>What every kind of fact has in common, the ones added later too.</summary>
public sealed class FactTests
{
    private static readonly IReadOnlyList<Type> Kinds =
        [.. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)))];

    public static TheoryData<string> StoredNames => GoldenEventTests.StoredNames;

    [Fact]
    public void Facts_are_sealed_and_named_and_live_in_their_folder()
    {
        Kinds.Count.ShouldBeGreaterThan(25);
        Kinds.Where(kind => !kind.IsSealed).ShouldBeEmpty();
        Kinds.Where(kind => !kind.IsDefined(typeof(StoredAsAttribute))).ShouldBeEmpty();
        Kinds.Where(kind => kind.Namespace?.EndsWith(".Facts", StringComparison.Ordinal) != true).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void A_fact_cannot_be_changed(string storedName) => FactJson.Kinds[storedName].GetProperties()
        .Where(property => property.SetMethod is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void A_text_of_a_fact_says_which_code_it_is_and_an_id_which_entry_it_names(string storedName)
    {
        var kind = FactJson.Kinds[storedName];
        if (FactJson.Describe(kind) is { By: Recorder.Command, Name: not "patient_enrolled" })
        {
            return;
        }

        foreach (var member in FactMember.In(SampleFact.Of(kind)))
        {
            (member.Value is string && member.Code is null).ShouldBeFalse(
                $"{storedName}.{member.Field} could hold free text, which is not encrypted: say which code it is with [Code], or use the note.");
            (member.Value is Guid && member.EntryOf is null).ShouldBeFalse(
                $"{storedName}.{member.Field} could name anything: say which entries it names with [EntryOf].");
        }
    }

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void The_example_of_a_code_is_such_a_code(string storedName)
    {
        foreach (var member in FactMember.In(SampleFact.Of(FactJson.Kinds[storedName])).Where(member => member.Code is not null))
        {
            member.Code!.Matches(member.Code.Example).ShouldBeTrue($"{storedName}.{member.Field}");
        }
    }
}
