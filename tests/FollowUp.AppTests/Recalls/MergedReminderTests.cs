using System.Net;
using FollowUp.Access;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Sending;

namespace FollowUp.AppTests.Recalls;

public sealed class MergedReminderTests : IClassFixture<MailFixture>
{
    private readonly MailFixture _app;
    private readonly HttpClient _nurse;
    private readonly HttpClient _administrator;

    public MergedReminderTests(MailFixture app)
    {
        _app = app;
        (_nurse, _administrator) = (app.As(Roles.Nurse), app.As(Roles.Administrator));
        _app.MoveTo(_app.Today, 12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_sent_for_one_record_is_not_sent_again_for_both(bool operationInBoth)
    {
        var other = await DueMan.EnrolAsync(_app, _nurse);
        await _app.RoundAsync(_nurse);
        var (survivor, address) = operationInBoth ? await EnrolDueAsync() : await EnrolBareAsync();

        await MergeAsync(survivor, other);
        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(other.Address).Count.ShouldBe(1);
        _app.Mail.TakenFor(address).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_decided_and_not_yet_sent_goes_out_once_to_the_surviving_address()
    {
        var other = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(other.Id, other.Reminder));
        var (survivor, address) = await EnrolBareAsync();

        await MergeAsync(survivor, other);
        await _app.InvokeAsync(order);
        _app.MoveTo(_app.Today.PlusDays(Protocol.Of("standard-1").DaysBetweenReminders), 12);
        await _app.RoundAsync(_nurse);
        await _app.RoundAsync(_nurse);

        _app.Mail.TakenFor(other.Address).ShouldBeEmpty();
        _app.Mail.TakenFor(address).Count.ShouldBe(1);
        (await other.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Cancelled RecordMerged", "decided CONTACT_6W 2", "Accepted"]);
    }

    private async Task<(string Id, string Address)> EnrolBareAsync()
    {
        var id = await _nurse.EnrolAsync();
        return (id, (await _nurse.Get($"/patients/{id}/identity")).Text("identity.email")!);
    }

    // The round that reminded the other man is over: this one is due and not yet reminded.
    private async Task<(string Id, string Address)> EnrolDueAsync()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        return (man.Id.ToString(), man.Address);
    }

    private async Task MergeAsync(string survivor, DueMan other)
    {
        var reply = await _administrator.Post($"/patients/{survivor}/merges", $$"""{"otherId":"{{other.Id}}","reason":"enrolled twice"}""");
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
    }
}
