namespace FollowUp.Platform.Texts;

/// <summary>What is known of a language, from <c>language.json</c> in its folder.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Culture">The culture that numbers, days and times are written in, for instance <c>en-GB</c>. It is named, so that neither a server's settings nor the Turkish dotless i decide what is written.</param>
/// <param name="Plurals">Its plural rules, from CLDR; see <see cref="PluralRules"/>.</param>
/// <param name="OptOut">Words that a man answers a message with who wants no more of them, in capitals, the one that texts name first.</param>
/// <param name="Revealing">Beginnings of words, in small letters, that a message must not hold: they tell a diagnosis, an operation, a result or a speciality.</param>
public sealed record LanguageData(
    string Name, string Culture, IReadOnlyDictionary<string, string> Plurals, IReadOnlyList<string> OptOut, IReadOnlyList<string> Revealing);
