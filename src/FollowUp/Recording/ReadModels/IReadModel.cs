namespace FollowUp.Recording.ReadModels;

/// <summary>Data that an activity derives from the streams and stores, besides the due dates: <c>verify</c> compares it with the streams, and <c>rebuild</c> rebuilds it.</summary>
public interface IReadModel
{
    /// <summary>Where the data of these men differs from their streams.</summary>
    Task<IReadOnlyList<Difference>> DifferencesAsync(string clinicId, Guid[] men, CancellationToken cancellationToken);

    /// <summary>Rebuilds it while the server runs, and answers the differences that it removed.</summary>
    Task<IReadOnlyList<Difference>> ReplaceAsync(string clinicId, Guid[] men, CancellationToken cancellationToken);
}
