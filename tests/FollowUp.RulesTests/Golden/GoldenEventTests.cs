using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.RulesTests.Golden;

/// <summary>
/// What is stored can be read for ever. Each kind of fact has a file of its stored form with every field set, read and written
/// with the serializer's settings of the store. <c>UPDATE_GOLDEN=1</c> writes the files of new kinds and fields.
/// </summary>
public sealed class GoldenEventTests
{
    public static TheoryData<string> StoredNames => [.. FactJson.Kinds.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void A_stored_fact_reads_and_writes_as_it_always_did(string storedName)
    {
        var kind = FactJson.Kinds[storedName];
        var written = CanonicalJson.Of(FactJson.ToObject(SampleFact.Of(kind)));
        var file = Repository.TestPath("Golden", "Events", storedName + ".json");
        if (Repository.UpdateGolden)
        {
            File.WriteAllText(file, written);
        }

        File.Exists(file).ShouldBeTrue(
            $"{storedName} has no golden file. For a new kind of fact run the tests with UPDATE_GOLDEN=1 and commit the file.");
        var stored = File.ReadAllText(file);
        written.ShouldBe(stored, Changed(storedName));

        var read = Should.NotThrow(() => FactJson.FromObject(JsonNode.Parse(stored)!.AsObject(), kind), Changed(storedName));
        CanonicalJson.Of(FactJson.ToObject(read)).ShouldBe(stored, Changed(storedName));
    }

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void A_fact_among_others_says_its_kind_and_reads_back(string storedName)
    {
        var fact = SampleFact.Of(FactJson.Kinds[storedName]);

        var json = JsonSerializer.SerializeToNode<Fact>(fact, FactJson.Options)!.AsObject();

        json[FactJson.KindProperty]!.GetValue<string>().ShouldBe(storedName);
        FactJson.Same(json.Deserialize<Fact>(FactJson.Options)!, fact).ShouldBeTrue();
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_kind_of_fact()
    {
        var files = System.IO.Directory.GetFiles(Repository.TestPath("Golden", "Events"), "*.json").Select(Path.GetFileNameWithoutExtension);

        files.ShouldBeSubsetOf(FactJson.Kinds.Keys, "A stored kind is gone: facts of it are in the store. Keep the record and write an upcast.");
    }

    [Fact]
    public void No_stored_name_and_no_member_of_a_stored_enum_is_renamed_or_lost()
    {
        var enums = StoredEnums.InFacts().OrderBy(type => type.Name, StringComparer.Ordinal);
        var names = new JsonObject
        {
            ["kinds"] = new JsonArray([.. FactJson.Kinds.Keys.Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]),
            ["enums"] = new JsonObject(enums.Select(type => KeyValuePair.Create<string, JsonNode?>(
                type.Name, new JsonArray([.. CodeSet.Of(type)!.Select(name => (JsonNode)name)])))),
        };
        var file = Repository.TestPath("Golden", "stored-names.json");
        if (Repository.UpdateGolden)
        {
            File.WriteAllText(file, CanonicalJson.Of(names));
        }

        CanonicalJson.Of(names).ShouldBe(
            File.ReadAllText(file),
            "A stored name changed. One that is gone or renamed needs an upcast; one that is new is accepted with UPDATE_GOLDEN=1.");
    }

    private static string Changed(string storedName) =>
        $"The stored form of {storedName} changed, and facts of the old form are in the store: write an upcast. "
        + "A new optional field needs none: accept it with UPDATE_GOLDEN=1.";
}
