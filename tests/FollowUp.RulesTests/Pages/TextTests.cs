using System.Text.RegularExpressions;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Pages;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Platform.Pages;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.RulesTests.Golden;

namespace FollowUp.RulesTests.Pages;

/// <summary>The words of the pages are all there, in both languages.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Every_text_that_a_page_names_exists()
    {
        var pages = System.IO.Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Pages{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetExtension(file) is ".razor" or ".cs")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        var named = pages.SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Key: match.Groups["key"].Value))).ToList();

        named.Count.ShouldBeGreaterThan(150);
        named.Where(text => !Exists(text.Key)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_and_every_choice_of_a_form_has_a_name()
    {
        var fields = FactJson.Kinds.Values.Where(kind => FactJson.Describe(kind).By is Recorder.Nurse or Recorder.Clinician).SelectMany(FactField.Of).Where(field => field.IsAsked).ToList();
        var choices = fields.Select(field => field.Table ?? field.Item ?? field.Type).Where(type => type.IsEnum).Distinct()
            .SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}"));

        fields.Select(field => $"Field.{field.Name}").Distinct().Where(key => !Words.All.ContainsKey(key)).ShouldBeEmpty();
        choices.Where(key => !Words.All.ContainsKey(key)).ShouldBeEmpty();
        FactJson.Kinds.Keys.Where(name => !Words.All.ContainsKey($"Fact.{name}")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_values()
    {
        foreach (var (key, text) in Words.All)
        {
            text.En.ShouldNotBeNullOrWhiteSpace(key);
            text.Tr.ShouldNotBeNullOrWhiteSpace(key);
        }

        Words.All.Where(text => PageTexts.Any(page => text.Key.StartsWith(page, StringComparison.Ordinal)))
            .Where(text => !Value().Matches(text.Value.En).Select(match => match.Value).Order().SequenceEqual(Value().Matches(text.Value.Tr).Select(match => match.Value).Order()))
            .Select(text => text.Key).ShouldBeEmpty();
    }

    private static readonly string[] PageTexts = ["Today.", "Man.", "Call.", "Record.", "Settings.", "Curve.", "Ripple.", "Why.", "Timeline.", "Paste.", "Reminders.", "Clock."];

    // One that counts has a text for one and another for many.
    private static bool Exists(string key) => Words.All.ContainsKey(key) || (Words.All.ContainsKey($"{key}.One") && Words.All.ContainsKey($"{key}.Many"));

    [GeneratedRegex("""(?:W|Words)(?:\[|\.Fill\(|\.Count\()"(?<key>[A-Za-z0-9.-]+)"(?:\]|,)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
