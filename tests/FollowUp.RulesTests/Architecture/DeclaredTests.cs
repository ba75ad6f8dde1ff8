using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.RulesTests.Course;
using Courses = FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Architecture;

/// <summary>What the activities declare is found, and answers the smallest course there is.</summary>
public sealed class DeclaredTests
{
    private static readonly string[] ChartNeeds = ["enrolment", "operations", "complications", "pain", "analgesics", "consent"];

    private static readonly Asked Asked = new(Checking.Today, "EAU-2023.1", "standard-1");

    [Fact]
    public void Questions_have_names_of_their_own_and_answer_an_empty_course()
    {
        var questions = Scan.For<IQuestion>();

        questions.Select(question => question.Name).ShouldBeUnique();
        questions.Select(question => question.Name).ShouldBeSubsetOf(questions.Select(question => char.ToLowerInvariant(question.Name[0]) + question.Name[1..]));
        ChartNeeds.ShouldBeSubsetOf(questions.Select(question => question.Name));
        foreach (var question in questions)
        {
            question.Ask(Courses.Of(), Asked).ShouldNotBeNull(question.Name);
        }
    }

    [Fact]
    public void A_check_of_every_fact_is_run_for_each_kind()
    {
        var context = new DecisionContext(Checking.Now, Checking.Today);

        AllChecks.Run(Facts.Weight(Checking.Today.PlusDays(1), 70), Courses.Of(), context).Select(finding => finding.Code).ShouldBe(["InTheFuture"]);
        AllChecks.Run(Facts.Operated(Checking.Today.PlusDays(1)) with { SurgeonId = "Ahmet Kaya" }, Courses.Of(), context)
            .Select(finding => finding.Code).ShouldBe(["InTheFuture", "CodeExpected"], ignoreOrder: true);
    }

    [Fact]
    public void Every_check_says_something_about_any_fact_without_failing()
    {
        foreach (var kind in FactJson.Kinds.Values)
        {
            var fact = Golden.SampleFact.Of(kind);

            Should.NotThrow(() => AllChecks.Run(fact, Courses.Of(), new DecisionContext(Checking.Now, Checking.Today)), kind.Name);
            Should.NotThrow(() => AllChecks.Run(fact, Courses.Of(Facts.Enrolled, fact), new DecisionContext(Checking.Now, Checking.Today)), kind.Name);
        }
    }
}
