using FollowUp.Platform.Description;
using FollowUp.Recording.Commands;

namespace FollowUp.Recording.Endpoints;

/// <summary>Describes addresses that take facts.</summary>
public static class FactDescriptions
{
    /// <summary>Says that an address which stores something answers with what is certain if the rest fails after the commit.</summary>
    public static RouteHandlerBuilder OrStoredAnswer(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new AlsoAnswers(
        typeof(StoredAnswer), "Where something fails once the entry is stored, the answer is what is sure: do not send it again under another id, read the rest later."));

    /// <summary>Says what an address takes and answers.</summary>
    public static RouteHandlerBuilder DescribesFact(this RouteHandlerBuilder endpoint, Type kind, string name) => endpoint
        .WithName(name)
        .WithTags("Recording")
        .WithMetadata(new TakesFact(kind))
        .Accepts(kind, "application/json")
        .Produces<RecordedAnswer>(StatusCodes.Status201Created)
        .OrStoredAnswer()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
