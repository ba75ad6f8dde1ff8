using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Directory;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Directory;

/// <summary>Answering a stored document with its free text opened.</summary>
public sealed class DirectoryUnsealerTests(DirectoryDatabase database) : IClassFixture<DirectoryDatabase>
{
    private static readonly PatientIdentity Man = new() { GivenName = "Bülent", FamilyName = "Yağızer" };

    private readonly DirectoryClinic _clinic = new(database);

    [Fact]
    public async Task A_chart_is_answered_with_its_texts_opened_and_all_else_untouched()
    {
        const string Note = "Yeğeni bilmiyor; \"aramayın\" dedi.\n";
        var key = await _clinic.KeyOf(Man);
        var (one, other) = (key.Seal(Note, "1").CipherText, key.Seal("</script>İĞ", "2").CipherText);
        var json = $$"""
            { "note" : "{{one}}", "list":[1.50,"{{other}}",null], "said":"a \"sealed:1:x\" text", "{{one}}": true }
            """;

        var opened = Encoding.UTF8.GetString(Unsealer.Open(Encoding.UTF8.GetBytes(json), key).Span);

        var answer = JsonNode.Parse(opened)!;
        answer["note"]!.GetValue<string>().ShouldBe(Note);
        answer["list"]![1]!.GetValue<string>().ShouldBe("</script>İĞ");
        opened.ShouldContain("Yeğeni");
        opened.ShouldNotContain("</script>");
        opened.ShouldContain("\"list\":[1.50,");
        opened.ShouldEndWith($"\"said\":\"a \\\"sealed:1:x\\\" text\", \"{one}\": true }}");
    }

    [Theory]
    [InlineData("sealed:1:")]
    [InlineData("sealed:1:abc")]
    [InlineData("sealed:1:%%%")]
    [InlineData("sealed:1:\u0130")]
    public async Task A_text_that_only_looks_sealed_hides_no_chart(string text)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { text });

        var opened = Unsealer.Open(json, await _clinic.KeyOf(Man));

        JsonNode.Parse(opened.Span)!["text"]!.GetValue<string>().ShouldBe(text);
    }

    [Fact]
    public async Task Another_mans_text_stays_sealed()
    {
        var text = (await _clinic.KeyOf(Man)).Seal("secret", "note").CipherText;
        var json = JsonSerializer.SerializeToUtf8Bytes(new { text });

        var opened = Unsealer.Open(json, await _clinic.KeyOf(Man));

        JsonNode.Parse(opened.Span)!["text"]!.GetValue<string>().ShouldBe(text);
    }

    [Fact]
    public void A_document_with_nothing_sealed_is_answered_as_it_is()
    {
        ReadOnlyMemory<byte> json = "{\"note\":null}"u8.ToArray();

        Unsealer.Open(json, key: null).Equals(json).ShouldBeTrue();
    }
}
