using FollowUp.Platform.Description;

namespace FollowUp.Patients.Recording;

/// <summary>Describes addresses that take facts.</summary>
public static class FactDescriptions
{
    /// <summary>Says what an address takes and answers.</summary>
    public static RouteHandlerBuilder DescribesFact(this RouteHandlerBuilder endpoint, Type kind, string name) => endpoint
        .WithName(name)
        .WithTags("Recording")
        .WithMetadata(new TakesFact(kind))
        .Accepts(kind, "application/json")
        .Produces<RecordedAnswer>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
