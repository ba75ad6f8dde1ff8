namespace FollowUp.AppTests;

/// <summary>Men for tests, enrolled through the interface.</summary>
public static class Men
{
    /// <summary>A man enrolled on 5 January 2026; answers his id.</summary>
    public static async Task<string> EnrolAsync(this HttpClient nurse)
    {
        var reply = await nurse.Post("/patients", """{"enrolledOn":"2026-01-05","karyotype":"Normal46XY"}""");
        reply.Status.ShouldBe(System.Net.HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("patientId")!;
    }
}
