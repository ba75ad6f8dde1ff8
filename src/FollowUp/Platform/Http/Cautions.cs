using FollowUp.Patients.Facts;
using FollowUp.Platform.Texts;
using FollowUp.Recording.Commands;

namespace FollowUp.Platform.Http;

/// <summary>What a reader must know to read an answer correctly, shown beside it: as a line on each page, a header of the interface, a line on the command line.</summary>
/// <param name="Key">Its text.</param>
/// <param name="Values">The values that the text names.</param>
public sealed record Caution(string Key, params IReadOnlyList<(string Name, object? Value)> Values)
{
    /// <summary>The caution in a language.</summary>
    public string In(Words words) => words.Fill(Key, [.. Values]);
}

/// <summary>The cautions of an answer.</summary>
public static class Cautions
{
    /// <summary>The header that holds them, each in English.</summary>
    public const string Header = "Caution";

    /// <summary>Adds a caution to the answer.</summary>
    public static void Add(HttpContext http, Caution caution)
    {
        http.Items[typeof(Cautions)] = (List<Caution>)[.. Of(http), caution];
        http.Response.Headers.Append(Header, caution.In(Words.In(Language.En)));
    }

    /// <summary>Those added so far.</summary>
    public static IReadOnlyList<Caution> Of(HttpContext http) => http.Items[typeof(Cautions)] as List<Caution> ?? [];
}
