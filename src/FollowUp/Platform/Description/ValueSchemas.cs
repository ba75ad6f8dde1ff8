using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Platform.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace FollowUp.Platform.Description;

/// <summary>Describes the values that JSON has no type for: dates, times and quantities as the texts they are sent as.</summary>
public sealed class ValueSchemas : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, (string? Format, string? Pattern, string Example, string Description)> Texts = new()
    {
        [typeof(LocalDate)] = ("date", null, "2026-03-05", "A date of the clinic."),
        [typeof(LocalTime)] = ("time", null, "08:35:00", "A clock time of the clinic."),
        [typeof(Instant)] = ("date-time", null, "2026-03-05T05:35:00Z", "An instant: in UTC, or sent with any offset."),
        [typeof(PartialDate)] = (null, "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "2019-03", "A date as far as it is known: year, year and month, or all."),
        [typeof(ClinicalTime)] = (null, "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$", "2026-03-05T08:35",
            "A date, with the clock time if it is known, and with an offset if it is not the clinic's."),
        [typeof(Code)] = (null, null, "LowConfirmed", "A code of the rules; its words are in the sentences."),
        [typeof(SealedText)] = (null, null, "Sounded well.", "Free text; stored encrypted."),
    };

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Texts.TryGetValue(type, out var text))
        {
            schema.Type = JsonSchemaType.String;
            (schema.Format, schema.Pattern) = (text.Format, text.Pattern);
            schema.Description ??= text.Description;
            schema.Examples = [JsonValue.Create(text.Example)!];
            schema.MaxLength = type == typeof(SealedText) ? TextLimits.TextOf("note") : null;
            (schema.Properties, schema.AnyOf, schema.Required) = (null, null, null);
        }
        else if (CodeSet.Of(type) is { } names)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. names.Select(name => (JsonNode)JsonValue.Create(name))];
        }

        else if (type == typeof(string) && schema.Pattern is null)
        {
            schema.MaxLength ??= TextLimits.TextOf(context.JsonPropertyInfo?.Name ?? "");
        }
        else if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
        {
            schema.MaxItems ??= TextLimits.ListOf(context.JsonPropertyInfo?.Name ?? "");
        }

        else if (type.IsSubclassOf(typeof(Fact)) && schema.Properties is { } fields)
        {
            AddWhatStandsBeside(fields);
        }

        return Task.CompletedTask;
    }

    // The envelope of a command is sent in the same object as the fact.
    private static void AddWhatStandsBeside(IDictionary<string, IOpenApiSchema> fields)
    {
        fields["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid", Description = "The entry's id, the sender's own; made here, if left out." };
        fields["confirm"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = "Why the entry is stored despite a warning, by the warning's code.",
        };
        foreach (var kept in (string[])["warnings", "sourceRecordedAt", "copiedFrom"])
        {
            fields.Remove(kept);
        }
    }
}
