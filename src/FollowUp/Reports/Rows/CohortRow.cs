using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Reports.Testosterone;
using Marten.Schema;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Reports.Rows;

/// <summary>What the report on testosterone takes from a man's course, kept current beside it.</summary>
/// <remarks>It holds nothing that depends on the day it was made or is asked for, and his flags under every rule set there was then.</remarks>
public sealed record CohortRow
{
    /// <summary>Which rows these are: another layout, or another list of rule sets, makes others. Raised when an answer that a row holds changes.</summary>
    public static readonly string Current = $"5 {string.Join(' ', PublishedRuleSets.All.Keys)}";

    /// <summary>The man's id, which is his stream's.</summary>
    public required Guid Id { get; init; }

    /// <summary>How many entries his course had.</summary>
    public required long Entries { get; init; }

    /// <summary>Which rows it is one of.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it is a man's: not that of a record merged into another.</summary>
    public required bool IsMan { get; init; }

    /// <summary>Whether he agrees to research use.</summary>
    public required bool AgreesToResearch { get; init; }

    /// <summary>The course of testosterone after each retrieval, in clinical order.</summary>
    [JsonConverter(typeof(CoursesJson))]
    public required IReadOnlyList<TestosteroneCourse> Operations { get; init; }

    /// <summary>Has the store make the index by which a clinic's rows of another kind are found. Called by the store.</summary>
    public static void ConfigureMarten(DocumentMapping mapping)
    {
        // Not by Duplicate, whose index is of its own column alone, whatever columns it is given.
        mapping.DuplicateField(nameof(Kind));
        mapping.AddIndex("tenant_id", "kind");
    }

    /// <summary>The row of a course.</summary>
    public static CohortRow Of(PatientCourse course) => new()
    {
        Id = course.PatientId,
        Entries = course.Version,
        Kind = Current,
        IsMan = course.Version > 0 && course.Merged is null,
        AgreesToResearch = Consents.Research(course)?.Fact.Agrees == true,
        Operations = [.. TestosteroneCourse.AllIn(course).Select(WithoutWhatNoTableAsks)],
    };

    // Which operation it was and the work-up before it: most of a row otherwise, and different in each.
    private static TestosteroneCourse WithoutWhatNoTableAsks(TestosteroneCourse course) => course with
    {
        Retrieval = course.Retrieval with { OperationId = Guid.Empty, WorkUp = new(null, null, null, null, null) },
    };

    /// <summary>A row as it is stored.</summary>
    public static CohortRow Read(byte[] json) => JsonSerializer.Deserialize<CohortRow>(json, FactJson.Options)!;

    /// <summary>Courses without what they do not say: a row is read for every man.</summary>
    private sealed class CoursesJson : JsonConverter<IReadOnlyList<TestosteroneCourse>>
    {
        private static readonly JsonSerializerOptions Plain = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

        public override IReadOnlyList<TestosteroneCourse>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<List<TestosteroneCourse>>(ref reader, Plain);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<TestosteroneCourse> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, Plain);
    }
}
