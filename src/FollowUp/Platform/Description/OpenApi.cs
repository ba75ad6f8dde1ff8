using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace FollowUp.Platform.Description;

/// <summary>The interface's description, OpenAPI 3.1, and the page to browse it.</summary>
public static class OpenApi
{
    /// <summary>Adds the description.</summary>
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer<ValueSchemas>();
        options.AddOperationTransformer<CommonParameters>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FollowUp",
                Version = "v1",
                Description = "Follow-up after (repeat) micro-TESE: recording facts of men, asking what follows from them as of any instant, reminders and reports. "
                    + "Every refusal is an RFC 9457 problem that names the field, the value and the remedy. "
                    + "Rules such as R33 and domain 4.1 are in docs/clinical-rules.md, sources such as V27 in docs/sources.md.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["bearer"] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT",
                    Description = "A token of the clinic's OpenID Connect provider, with the claims sub, role and clinic. To try it out: ops/followup token nurse.",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
            return Task.CompletedTask;
        });
    });

    /// <summary>Maps <c>/openapi/v1.json</c> and <c>/docs</c>, open to anybody: they hold no data.</summary>
    public static void MapDescription(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi().AllowAnonymous();

        // The page calls nobody but this server: no assistant, no sharing, no fonts and no statistics of its maker's.
        endpoints.MapScalarApiReference("/docs", scalar =>
        {
            scalar.Title = "FollowUp";
            scalar.Telemetry = false;
            scalar.DefaultFonts = false;
            scalar.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            scalar.DisableAgent().DisableMcp();
        }).AllowAnonymous();
    }
}
