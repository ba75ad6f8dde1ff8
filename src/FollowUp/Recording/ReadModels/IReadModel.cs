namespace FollowUp.Recording.ReadModels;

/// <summary>What an activity keeps of men beside their documents, which <c>verify</c> compares with the streams and <c>rebuild</c> makes anew.</summary>
public interface IReadModel
{
    /// <summary>What of these men is not what their streams say.</summary>
    Task<IReadOnlyList<Difference>> DifferencesAsync(string clinicId, Guid[] men, CancellationToken cancellationToken);

    /// <summary>Makes it anew while the server runs; a difference is one that it removed.</summary>
    Task<IReadOnlyList<Difference>> ReplaceAsync(string clinicId, Guid[] men, CancellationToken cancellationToken);
}
