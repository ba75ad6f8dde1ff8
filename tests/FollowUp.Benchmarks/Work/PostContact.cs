using System.Net.Http.Headers;
using System.Text;

namespace FollowUp.Benchmarks.Work;

/// <summary>A nurse records a call.</summary>
internal sealed class PostContact(IReadOnlyList<Guid> men) : IWork
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // Keys never repeat, also not between runs.
    private readonly string _run = Guid.NewGuid().ToString("N");

    private int _sent;

    public string Name => "POST a contact";

    public HttpRequestMessage Next(Uri server)
    {
        var n = (uint)Interlocked.Increment(ref _sent);
        var body = $$"""
            {"madeAt":"2026-08-{{1 + (n % 28):00}}T{{8 + (n % 9):00}}:{{n % 60:00}}","kind":"Call","identityChecked":"Yes","complications":"None","temperatureCelsius":36.8,
             "script":{"GoodMoment":"Yes","FeelsWell":"Yes","Fever":"No","SwellingGrowing":"No","WoundDry":"Yes","BackAtWork":"Yes"},"advice":["RedFlags","WoundCare"]}
            """;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, $"patients/{men[(int)(n % (uint)men.Count)]}/contacts"))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{_run}-{n}");
        return request;
    }
}
