using System.Net;
using FollowUp.Access;
using FollowUp.AppTests;

namespace FollowUp.PageTests;

/// <summary>Men to call.</summary>
public static class Operated
{
    public static async Task<string> OperatedAsync(this AppFixture app, string day)
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{day}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }
}
