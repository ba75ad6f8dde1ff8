using System.Text.RegularExpressions;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Pages;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Texts;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.RulesTests.Golden;

namespace FollowUp.RulesTests.Pages;

/// <summary>Every text that a page names is there; that it is in every language, see <see cref="Platform.Texts.CatalogueTests"/>.</summary>
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
        named.Where(text => Words.In(Language.En).Find(text.Key) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_field_and_every_choice_of_a_form_has_a_name()
    {
        var fields = FactJson.Kinds.Values.Where(kind => FactJson.Describe(kind).By is Recorder.Nurse or Recorder.Clinician).SelectMany(FactField.Of).Where(field => field.IsAsked).ToList();
        var choices = fields.Select(field => field.Table ?? field.Item ?? field.Type).Distinct()
            .SelectMany(type => (CodeSet.Of(type) ?? []).Select(name => $"{type.Name}.{name}"));

        fields.Select(field => $"Field.{field.Name}").Distinct().Where(key => Words.In(Language.En).Find(key) is null).ShouldBeEmpty();
        choices.Where(key => Words.In(Language.En).Find(key) is null).ShouldBeEmpty();
        FactJson.Kinds.Keys.Where(name => Words.In(Language.En).Find($"Fact.{name}") is null).ShouldBeEmpty();
    }

    [GeneratedRegex("""(?:W|Words)(?:\[|\.Fill\()"(?<key>[A-Za-z0-9.-]+)"(?:\]|,)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
