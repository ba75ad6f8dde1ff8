using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Recording.ReadModels;

namespace FollowUp.Recording.Endpoints;

/// <summary>Marks an address whose answer depends on the clinic's due dates: while these are recalculated, the answer says so. Every page does.</summary>
public sealed class RestsOnDates
{
    /// <summary>Adds the caution to the answer of such an address.</summary>
    public static async Task SayAsync(HttpContext http)
    {
        if ((PageMetadata.IsPage(http) || http.GetEndpoint()?.Metadata.GetMetadata<RestsOnDates>() is not null)
            && SignedIn.From(http.User, http.RequestServices.GetRequiredService<ClinicRegistry>())?.Clinic is { } clinic
            && await http.RequestServices.GetRequiredService<DueDateIndex>().ProgressAsync(clinic, http.RequestAborted) is { } found)
        {
            Cautions.Add(http, new("Caution.Dates", ("protocol", clinic.InForce(GuidelineKind.Protocol)), ("known", found.Known), ("of", found.Of)));
        }
    }
}
