using System.Text.Json.Serialization;

namespace FollowUp.Benchmarks.Reference;

/// <summary>A contact as it is sent.</summary>
internal sealed record Contact(
    string MadeAt, string Kind, string? IdentityChecked, string? Complications, decimal? TemperatureCelsius,
    IReadOnlyDictionary<string, string>? Script, IReadOnlyList<string>? Advice);

/// <summary>What a stored contact is answered with.</summary>
internal sealed record Stored(Guid Id, Guid PatientId, long Version, DateTime RecordedAt);

/// <summary>A man's summary row.</summary>
internal sealed record Summary(
    Guid PatientId, long Version, int Contacts, DateTime LastContactAt, string LastKind, string LastComplications, DateTime RecordedAt);

/// <summary>The JSON of the reference, written by the compiler.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Stored))]
[JsonSerializable(typeof(Summary))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
