namespace FollowUp.Patients.Recording;

/// <summary>Marks an address with the kind of fact that it takes, for the interface's description.</summary>
/// <param name="Kind">The kind of fact.</param>
public sealed record FactDescription(Type Kind);

/// <summary>Describes addresses that take facts.</summary>
public static class FactDescriptions
{
    /// <summary>Says what an address takes and answers.</summary>
    public static RouteHandlerBuilder DescribesFact(this RouteHandlerBuilder endpoint, Type kind, string name) => endpoint
        .WithName(name)
        .WithMetadata(new FactDescription(kind))
        .Accepts(kind, "application/json")
        .Produces<RecordedAnswer>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
