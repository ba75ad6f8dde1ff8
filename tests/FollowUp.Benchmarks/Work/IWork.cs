namespace FollowUp.Benchmarks.Work;

/// <summary>A kind of request, the same to both servers. One instance serves both; it is called from many threads.</summary>
internal interface IWork
{
    string Name { get; }

    /// <summary>The next request: each about the next man, so that no two at a time are about one.</summary>
    HttpRequestMessage Next(Uri server);
}
