using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Pages;

/// <summary>The pages of the clinical rules and their sources.</summary>
public sealed class ReferencePageTests(AppFixture app)
{
    [Theory]
    [InlineData(Roles.Nurse, "en", "<h1 id=\"clinical-rules\">Clinical rules</h1>", "<h3 id=\"R33\">Recovery windows <small>R33</small></h3>")]
    [InlineData(Roles.Administrator, "tr", "<h1 id=\"klinik-kurallar\">Klinik kurallar</h1>", "<h3 id=\"R33\">Geri dönüş pencereleri <small>R33</small></h3>")]
    public async Task Everybody_reads_the_rules_in_the_language_of_the_pages(string role, string language, string title, string rule)
    {
        using var browser = await PageClient.SignedInAsync(app, role, language: language);

        var page = await browser.OpenAsync("/rules");

        page.Html.ShouldContain(title);
        page.Html.ShouldContain(rule);
        page.Html.ShouldContain("""<a href="/sources#V15" title="V15">Ramasamy 2005</a>""");
        (await browser.OpenAsync("/sources")).Html.ShouldContain("""<h3 id="V15">Ramasamy 2005 <small>V15</small></h3>""");
    }

    [Fact]
    public async Task Every_page_leads_to_them_at_its_foot_and_who_is_not_signed_in_is_asked_to()
    {
        using var nurse = await PageClient.SignedInAsync(app, Roles.Nurse);
        (await nurse.OpenAsync("/today")).Html.ShouldContain("""<a href="/rules">Clinical rules</a>""");

        using var anybody = new PageClient(app.Url);
        (await anybody.OpenAsync("/rules")).Address.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task There_is_no_page_of_a_single_rule()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        browser.AcceptHtml();

        (await browser.OpenAsync("/rules/R99")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_explanation_names_a_rule_by_its_title_and_links_to_it_and_the_answer_for_programs_keeps_the_id()
    {
        using var clinician = app.As(Roles.Clinician);
        var man = await clinician.EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Clinician);

        (await browser.OpenAsync($"/men/{man}/why/hypogonadism")).Html.ShouldContain("""<a href="/rules#R40" title="R40">Samples since the latest operation</a>""");
        var explained = (await clinician.Get($"/patients/{man}/explanations/hypogonadism"))["explanations"]![0]!;
        explained["why"]!["rules"]!.ToJsonString().ShouldContain("\"R40\"");
        explained["sentences"]!.ToJsonString().ShouldContain("Samples since the latest operation");
        explained["sentences"]!.ToJsonString().ShouldNotContain("R40");
    }
}
