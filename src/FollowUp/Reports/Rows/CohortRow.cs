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

/// <summary>The read model of one man for the testosterone report.</summary>
/// <remarks>Nothing in it depends on the day it was made or is asked for. It has the flags under every rule set of the program that made it.</remarks>
public sealed record CohortRow
{
    /// <summary>The kind of rows that this program makes: their layout and rule sets. Raise the number when an answer in a row changes.</summary>
    public static readonly string Current = $"5 {string.Join(' ', PublishedRuleSets.All.Keys)}";

    /// <summary>The man's id, which is his stream's.</summary>
    public required Guid Id { get; init; }

    /// <summary>How many entries his stream had.</summary>
    public required long Entries { get; init; }

    /// <summary>Its kind; <see cref="Current"/> when this program made it.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it counts as a man: false for a record that was merged into another.</summary>
    public required bool IsMan { get; init; }

    /// <summary>Whether he agrees to research use.</summary>
    public required bool AgreesToResearch { get; init; }

    /// <summary>The course of testosterone after each retrieval, in clinical order.</summary>
    [JsonConverter(typeof(CoursesJson))]
    public required IReadOnlyList<TestosteroneCourse> Operations { get; init; }

    /// <summary>Adds the index by which a clinic's rows of another kind are found. Called by Marten.</summary>
    public static void ConfigureMarten(DocumentMapping mapping)
    {
        // Duplicate() would make an index of its own column only, whatever columns it is given.
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

    // The operation's id and the work-up would be most of a row, and differ in each.
    private static TestosteroneCourse WithoutWhatNoTableAsks(TestosteroneCourse course) => course with
    {
        Retrieval = course.Retrieval with { OperationId = Guid.Empty, WorkUp = new(null, null, null, null, null) },
    };

    /// <summary>A row as it is stored.</summary>
    public static CohortRow Read(byte[] json) => JsonSerializer.Deserialize<CohortRow>(json, FactJson.Options)!;

    /// <summary>Courses without their null values: a report reads a row for every man, so rows are kept small.</summary>
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
