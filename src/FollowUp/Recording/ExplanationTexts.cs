using System.Text.Json;
using FollowUp.Course.Explanations;

namespace FollowUp.Recording;

/// <summary>The texts that explanations are put into words with: the file <c>Rules/Texts.json</c> of each activity, found by scanning.</summary>
public static class ExplanationTexts
{
    private const string File = ".Rules.Texts.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Every text, by its key.</summary>
    /// <exception cref="ArgumentException">Two files hold one key: an explanation would read as another activity meant it.</exception>
    public static readonly IReadOnlyDictionary<string, Text> All = typeof(ExplanationTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(File, StringComparison.Ordinal))
        .SelectMany(Read)
        .ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static Dictionary<string, Text> Read(string name)
    {
        using var file = typeof(ExplanationTexts).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, Text>>(file, Json)!;
    }
}
