using System.Reflection;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Recording;

/// <summary>Up to which instant recorded facts count for a list or report, for which day it asks, and under which rule set (R03). The protocol is the one in force then.</summary>
/// <param name="AsOf">What was recorded up to this instant counts; null for everything recorded.</param>
/// <param name="On">The date the questions are asked for; by default the clinic's date at <paramref name="AsOf"/>.</param>
/// <param name="RuleSet">The hypogonadism rule set named; null for the one in force then.</param>
[ReadsQuery("asOf", "on", "ruleSet")]
public sealed record PointOfView(Instant? AsOf, LocalDate On, string? RuleSet = null)
{
    /// <summary>What questions are asked with: the rule set named, else the clinic's in force then.</summary>
    public Asked Asked(Clinic clinic)
    {
        var settings = clinic.SettingsAt(AsOf);
        return new(On, RuleSet ?? clinic.InForce(GuidelineKind.RuleSet, AsOf), clinic.InForce(GuidelineKind.Protocol, AsOf))
        {
            Holidays = clinic.HolidaysAt(AsOf), SendingFrom = settings.SendingFrom, SendingUntil = settings.SendingUntil,
        };
    }

    /// <summary>The first and the last day a question may be asked for: further than any man is followed, and far from where the calendar ends.</summary>
    private static readonly LocalDate Earliest = new(1900, 1, 1), Latest = new(8999, 12, 31);

    /// <summary>Reads <c>asOf</c>, <c>on</c> and <c>ruleSet</c> of a request.</summary>
    /// <exception cref="UnreadableException">One of them cannot be read, or lies outside what can be asked.</exception>
    public static ValueTask<PointOfView?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var now = http.RequestServices.GetRequiredService<StoreTime>().GetCurrentInstant();
        var asOf = Read(http, "asOf", AnyOffset.ParseParameter, "Write it as 2026-03-05T08:35:00Z or with an offset.");
        if (asOf > now)
        {
            throw new UnreadableException(Finding.Refusal("InFuture", "asOf", asOf, "Nothing is recorded yet at that instant. Leave asOf out for now."));
        }

        var on = Read(http, "on", text => LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : (LocalDate?)null, "Write it as 2026-03-05.");
        if (on < Earliest || on > Latest)
        {
            throw new UnreadableException(Finding.Refusal("OutOfRange", "on", on, FormattableString.Invariant($"Send a day from {Earliest:uuuu-MM-dd} to {Latest:uuuu-MM-dd}.")));
        }

        var ruleSet = Once(http, "ruleSet");
        return ruleSet is not null && PublishedGuidelines.Refuse("ruleSet", GuidelineKind.RuleSet, ruleSet) is { } refused
            ? throw new UnreadableException(refused)
            : ValueTask.FromResult<PointOfView?>(new(asOf, on ?? (asOf ?? now).InZone(clinic.Zone).Date, ruleSet));
    }

    /// <summary>A course as it was known then.</summary>
    public PatientCourse Of(PatientCourse course) => AsOf is { } instant ? course.AsOf(instant) : course;

    /// <summary>Refuses a date in the future: what will be missing then is not known yet. A list of what will be due accepts one.</summary>
    /// <exception cref="UnreadableException">The date is after the clinic's today.</exception>
    public void RequireNoFuture(Clinic clinic, Instant now)
    {
        if (On > now.InZone(clinic.Zone).Date)
        {
            throw new UnreadableException(Finding.Refusal("InFuture", "on", LocalDatePattern.Iso.Format(On), "That day is still to come. Send today's date or an earlier one, or leave on out."));
        }
    }

    private static T? Read<T>(HttpContext http, string name, Func<string, T?> parse, string remedy)
        where T : struct =>
        Once(http, name) is not { } text ? null
        : parse(text) is { } parsed ? parsed
        : throw new UnreadableException(Finding.Refusal("Unreadable", name, text, remedy));

    private static string? Once(HttpContext http, string name) =>
        http.Request.Query[name] is [{ } text] ? text
        : http.Request.Query.ContainsKey(name) ? throw new UnreadableException(Finding.Refusal("Unreadable", name, null, "Send it once."))
        : null;
}
