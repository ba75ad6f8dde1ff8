using FollowUp.Access;
using FollowUp.Reports.Making;

namespace FollowUp.AppTests.CommandLine;

public sealed class VerbTests(AppFixture app)
{
    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("demo")]
    [InlineData("import")]
    [InlineData("report")]
    [InlineData("recall", "list")]
    [InlineData("recall", "preview")]
    [InlineData("recall", "explain")]
    [InlineData("recall", "completeness")]
    [InlineData("recall", "simulate")]
    [InlineData("recall", "send")]
    [InlineData("dead-letters")]
    [InlineData("token")]
    [InlineData("explain")]
    [InlineData("answers")]
    [InlineData("guidelines", "list")]
    [InlineData("guidelines", "diff")]
    [InlineData("guidelines", "adopt")]
    [InlineData("rebuild")]
    [InlineData("verify")]
    [InlineData("codegen")]
    public async Task Every_verb_has_help(params string[] verb)
    {
        var said = await app.AloneAsync([.. verb, "--help"]);

        said.ExitCode.ShouldBe(0, said.Error);
        said.Out.ShouldContain($"FollowUp {string.Join(' ', verb)}");
    }

    [Theory]
    [InlineData("frob")]
    [InlineData("token", "king")]
    [InlineData("import")]
    [InlineData("import", "there-is-no-such-file.ndjson")]
    [InlineData("demo", "--on", "yesterday")]
    [InlineData("report", "sperm-retrieval", "--format", "gif")]
    public async Task Arguments_that_cannot_be_read_are_named_and_nothing_is_done(params string[] args)
    {
        var said = await app.AloneAsync(args);

        said.ExitCode.ShouldBe(2);
        said.Out.ShouldBeEmpty();
        said.Error.ShouldContain(args[^1] == "import" ? "--template" : args[^1]);
    }

    [Fact]
    public async Task A_token_opens_what_its_role_may_see()
    {
        var token = await app.AloneAsync("token", "nurse", "--clinic", "izmir", "--user", "nurse-7");

        using var client = new HttpClient { BaseAddress = app.Url };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Out.Trim());
        (await client.Get("/worklist")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await client.Get("/documents/differences")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_server_the_same_application_answers_from_inside_the_command()
    {
        var alone = await app.AloneAsync("report", "sperm-retrieval", "--format", "csv", "--on", "2026-11-23", "--clinic", "izmir", "--as-of", "2020-01-01T00:00:00Z");
        var beside = await app.BesideServerAsync("izmir", "report", "sperm-retrieval", "--format", "csv", "--on", "2026-11-23", "--as-of", "2020-01-01T00:00:00Z");

        alone.ExitCode.ShouldBe(0, alone.Error);
        alone.Out.ShouldStartWith("title,Sperm retrieval");
        beside.Out.ShouldBe(alone.Out);
    }

    [Fact]
    public async Task A_problem_is_said_in_sentences_with_field_value_and_remedy()
    {
        var said = await app.BesideServerAsync("izmir", "report", "sperm-retrieval", "--as-of", "last year");

        said.ExitCode.ShouldBe(1);
        said.Out.ShouldBeEmpty();
        said.Error.ShouldContain("asOf (last year): Write it as 2026-03-05T08:35:00Z");
        said.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("its folder does not exist", "report", "sperm-retrieval", "--clinic", "izmir", "--output", "no-such-folder/report.csv")]
    [InlineData("no clinic of that id", "report", "sperm-retrieval", "--clinic", "ankara")]
    [InlineData("no-such-report.pdf", "snapshot", "replay", "no-such-report.pdf")]
    public async Task What_a_command_cannot_work_with_is_named(string named, params string[] args)
    {
        var said = await app.BesideServerAsync("", args);

        (said.ExitCode, said.Out).ShouldBe((1, ""));
        said.Error.ShouldContain(named);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("report", "sperm-retrieval")]
    [InlineData("dataset", "never-written")]
    [InlineData("verify")]
    public async Task A_database_that_was_never_set_up_is_told_in_one_sentence_and_left_alone(params string[] args)
    {
        await AppFixture.WithEmptyDatabaseAsync(async connection =>
        {
            var said = await app.OnDatabaseAsync(connection, args);

            (said.ExitCode, said.Out).ShouldBe((1, ""));
            said.Error.TrimEnd().ShouldBe("The database has no tables of FollowUp yet. Run ops/followup migrate, then start again.");
        });
    }

    [Fact]
    public async Task Reminders_need_the_running_server_and_say_so()
    {
        var said = await app.AloneAsync("recall", "send");

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("start it with ops/run");
    }

    [Fact]
    public async Task A_due_man_stands_in_the_worklist_with_what_is_due()
    {
        using var nurse = app.As(Roles.Nurse, "made-up");
        var man = await nurse.EnrolAsync();
        await nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-11-22","side":"Left"}""");

        var list = await app.BesideServerAsync("made-up", "recall", "list", "--on", "2026-11-23");

        list.ExitCode.ShouldBe(0, list.Error);
        list.Out.ShouldContain("CONTACT_24_48H  Due");
        list.Out.ShouldContain("2026-11-22");
    }

    [Fact]
    public async Task A_preview_prints_what_would_go_out_and_an_explanation_why()
    {
        using var nurse = app.As(Roles.Nurse, "made-up");
        var man = await nurse.EnrolAsync();
        await nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-01-15","side":"Left"}""");
        await nurse.Post($"/patients/{man}/reminder-consents", """{"statedOn":"2026-01-15","consents":true,"form":"Written"}""");

        var preview = await app.BesideServerAsync("made-up", "recall", "preview", "--on", "2026-11-25");
        var why = await app.BesideServerAsync("made-up", "recall", "explain", man.ToString(), "HORMONE_6_9M", "--on", "2026-11-25", "--lang", "tr");
        var none = await app.BesideServerAsync("made-up", "recall", "explain", man.ToString(), "HORMONE_99M");

        preview.ExitCode.ShouldBe(0, preview.Error);
        preview.Out.Split('\n').ShouldContain(line => line.StartsWith($"{man}  HORMONE_6_9M", StringComparison.Ordinal));
        why.ExitCode.ShouldBe(0, why.Error);
        why.Out.ShouldContain("HORMONE_6_9M Overdue: operation ");
        why.Out.ShouldContain("Gates: NoConsent open by ");
        why.Out.ShouldContain("6-9. ay hormonları");
        none.ExitCode.ShouldBe(1);
        none.Error.ShouldContain("HORMONE_99M");
    }
}
