using FollowUp.Course;
using NodaTime;

namespace FollowUp.RulesTests.Course;

/// <summary>Courses for tests: facts recorded one after another, a minute apart, by one nurse.</summary>
public static class Courses
{
    public static readonly DateTimeZone Istanbul = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    public static readonly Instant FirstRecorded = Instant.FromUtc(2026, 1, 1, 8, 0);

    public static readonly Guid Patient = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    /// <summary>The n-th fact's id, so that a test can name it.</summary>
    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>A course of facts, recorded in this order; the first has the id <c>Id(1)</c>.</summary>
    public static PatientCourse Of(params Fact[] facts) => PatientCourse.Of(Patient, Istanbul, facts.Select((fact, i) =>
        new Entry(Id(i + 1), i + 1, FirstRecorded + Duration.FromMinutes(i), "nurse-1", fact)));
}
