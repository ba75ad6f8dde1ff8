using FollowUp.Course.Explanations;
using FollowUp.Platform.Pages;

namespace FollowUp.Recording;

/// <summary>The texts that explanations are put into words with.</summary>
public static class ExplanationTexts
{
    /// <summary>Every text, by its key.</summary>
    public static IReadOnlyDictionary<string, Text> All => Words.All;
}
