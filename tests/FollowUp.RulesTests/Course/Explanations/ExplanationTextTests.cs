using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using FollowUp.Demo;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform.Texts;
using FollowUp.Recording;
using FollowUp.RulesTests.Demo;
using NodaTime;

namespace FollowUp.RulesTests.Course.Explanations;

/// <summary>Every code that any question gives has a text in both languages, and a sentence names every value it has.</summary>
public sealed class ExplanationTextTests
{
    private static readonly LocalDate On = new(2026, 11, 24);

    private static readonly IReadOnlyList<PatientCourse> Men = [Courses.Of(), .. new ToldCohort(new DemoCohort(On, DemoCohort.UsualSeed)).Courses];

    private static readonly IReadOnlyList<(PatientCourse Course, Explanation Explanation)> Given =
    [
        .. from course in Men
           from ruleSet in PublishedRuleSets.All.Keys
           from question in Questions.All
           from explanation in question.Why(course, new(On, ruleSet, "standard-2"))
           select (course, explanation),
    ];

    private static readonly ILookup<string, Type> Enums = typeof(PatientCourse).Assembly.GetTypes()
        .Where(type => type.IsEnum && Architecture.Laws.RulesNamespace().IsMatch(type.Namespace!))
        .ToLookup(type => type.Name, StringComparer.Ordinal);

    [Fact]
    public void Every_member_of_a_set_of_codes_that_is_given_has_a_text()
    {
        var keys = Given.SelectMany(given => (IEnumerable<string>)
        [
            .. Members(given.Explanation.Outcome).Select(member => $"{given.Explanation.Of}.{member}"),
            .. Named(given.Explanation).SelectMany(code => Members(code).Select(member => $"{code.Set}.{member}")),
            .. given.Explanation.Item is { } item ? (string[])[$"Item.{item}"] : [],
        ]).Distinct(StringComparer.Ordinal);

        keys.Except(Words.In(Language.En).Texts.Keys).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_fact_has_a_name() =>
        FactJson.Kinds.Keys.Select(kind => $"Fact.{kind}").Except(Words.In(Language.En).Texts.Keys).ShouldBeEmpty();

    [Fact]
    public void An_explanation_is_of_its_own_question_and_names_facts_that_there_are()
    {
        foreach (var course in Men)
        {
            foreach (var question in Questions.All)
            {
                foreach (var explanation in question.Why(course, new(On, "EAU-2023.1", "standard-2")))
                {
                    explanation.Of.Split('.')[0].ShouldBe(question.Name);
                    Guid[] facts = [.. explanation.Used.Select(used => used.Id), .. explanation.LeftOut.Select(left => left.Id),
                        .. explanation.Compared.Select(compared => compared.FactId).OfType<Guid>()];
                    facts.ShouldAllBe(id => course.Find(id) != null, explanation.Of);
                    explanation.LeftOut.ShouldAllBe(left => left.Reasons.Count > 0, explanation.Of);
                    explanation.Used.Select(used => used.Id).Intersect(explanation.LeftOut.Select(left => left.Id)).ShouldBeEmpty(explanation.Of);
                }
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("tr")]
    public void No_sentence_of_the_cohort_lacks_a_word(string language)
    {
        foreach (var (course, explanation) in Given)
        {
            foreach (var sentence in new Sentences(Words.In(new(language)), course).Of(explanation))
            {
                sentence.ShouldNotContain('{', explanation.Of);
                sentence.ShouldEndWith(".", Case.Sensitive, explanation.Of);
            }
        }
    }

    private static IEnumerable<Code> Named(Explanation explanation) =>
    [
        .. explanation.Used.Select(used => used.Role),
        .. explanation.LeftOut.SelectMany(left => left.Reasons),
        .. explanation.Compared.Select(compared => compared.Name),
        .. explanation.Values.Values.OfType<Code>(),
        .. explanation.Values.Values.OfType<IEnumerable<Code>>().SelectMany(codes => codes),
    ];

    // Sets are known by the enum's name alone, so no two may share one.
    private static IEnumerable<string> Members(Code code) => code.Set == nameof(Language) ? Language.Names : Enum.GetNames(Enums[code.Set].ShouldHaveSingleItem(code.Set));
}
