using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FollowUp.Platform.Description;

/// <summary>Says of an address that it answers as of an instant, for a date.</summary>
public sealed class AnswersAsOf;

/// <summary>Says of an address that it changes what exists and needs the version that was seen.</summary>
public sealed class NeedsVersion;

/// <summary>Says of an address which kind of fact it takes.</summary>
/// <param name="Kind">The kind of fact.</param>
public sealed record TakesFact(Type Kind);

/// <summary>Shows what an address takes or answers.</summary>
/// <param name="Taken">A body that it takes; null when it takes none or another example is given.</param>
/// <param name="Answered">A body that it answers with success.</param>
public sealed record Shows(object? Taken = null, object? Answered = null);

/// <summary>Says of an address that it answers with another body where it can't give the usual one, with the same status.</summary>
/// <param name="Answer">The other body.</param>
/// <param name="When">When it does, in words.</param>
public sealed record AlsoAnswers(Type Answer, string When);

/// <summary>Describes what addresses have in common: the point of view, the keys, the versions and the fields beside a fact.</summary>
public sealed class CommonParameters : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<AnswersAsOf>().Any())
        {
            operation.Parameters.Add(Parameter("asOf", ParameterLocation.Query, "date-time", "2026-03-05T05:35:00Z", "Answers with what was recorded up to this instant; everything recorded, if left out."));
            operation.Parameters.Add(Parameter("on", ParameterLocation.Query, "date", "2026-03-05", "The date the questions are asked for; the clinic's date at asOf, if left out."));
            operation.Parameters.Add(Parameter("ruleSet", ParameterLocation.Query, null, "EAU-2023.1", "The hypogonadism rule set answered under; the clinic's in force at asOf, if left out."));
        }

        if (metadata.OfType<NeedsVersion>().Any())
        {
            var version = Parameter("If-Match", ParameterLocation.Header, null, "\"12\"", "The version that was seen, from the ETag of the chart, timeline or identity. 428 without it, 412 when it is stale.");
            version.Required = true;
            operation.Parameters.Add(version);
        }

        if (metadata.OfType<TakesFact>().FirstOrDefault() is { } takes)
        {
            operation.Parameters.Add(Parameter("Idempotency-Key", ParameterLocation.Header, null, "3f6f1d6e-call-1", "The same key with the same request stores it once and gives the same answer."));
            if (takes.Kind != typeof(Patients.Facts.PatientEnrolled))
            {
                operation.Parameters.Add(Parameter("dryRun", ParameterLocation.Query, null, "true", "With true nothing is stored: the answer is 200 with everything derived that would change, before and after."));
            }

            Describe(operation, takes.Kind);
        }

        if (metadata.OfType<AlsoAnswers>().FirstOrDefault() is { } also)
        {
            await DescribeOtherAsync(operation, also, context, cancellationToken);
        }

        if (metadata.OfType<Shows>().FirstOrDefault() is { } shows)
        {
            Show(operation.RequestBody?.Content, shows.Taken);
            Show(operation.Responses?.FirstOrDefault(response => response.Key is "200" or "201").Value?.Content, shows.Answered);
        }
    }

    private static async Task DescribeOtherAsync(OpenApiOperation operation, AlsoAnswers also, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var (name, document) = (also.Answer.Name, context.Document!);
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            document.AddComponent(name, await context.GetOrCreateSchemaAsync(also.Answer, cancellationToken: cancellationToken));
        }

        foreach (var response in operation.Responses?.Where(response => response.Key is "200" or "201").Select(response => response.Value) ?? [])
        {
            response.Description = $"{response.Description}. {also.When}";
            foreach (var media in response.Content?.Values ?? [])
            {
                media.Schema = new OpenApiSchema { OneOf = [media.Schema!, new OpenApiSchemaReference(name, document)] };
            }
        }
    }

    private static void Show(IDictionary<string, OpenApiMediaType>? content, object? example)
    {
        foreach (var media in example is null ? [] : content?.Values ?? [])
        {
            media.Example = JsonSerializer.SerializeToNode(example, FactJson.Options);
        }
    }

    private static void Describe(OpenApiOperation operation, Type kind)
    {
        var stored = FactJson.Describe(kind);
        operation.Summary ??= $"Records {stored.Name}.";
        if (stored.By == Recorder.Clinician)
        {
            operation.Description = $"{operation.Description} Needs a clinician.".Trim();
        }

        foreach (var media in operation.RequestBody?.Content?.Values ?? [])
        {
            media.Example = FactExamples.Of(kind);
        }
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string? format, string example, string description) => new()
    {
        Name = name,
        In = place,
        Description = description,
        Example = JsonValue.Create(example),
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = format,
            MaxLength = place == ParameterLocation.Header ? TextLimits.Headers[name] : null,
        },
    };
}
