using System.Collections.Frozen;
using FollowUp.Patients.Facts;

namespace FollowUp.Platform.References;

/// <summary>The clinical rules and the literature they rest on, as they ship in the program.</summary>
/// <remarks>The files under <c>docs</c> are the only text: the pages, and the titles by which texts name a rule or a source, come from them.</remarks>
public static class ReferenceDocuments
{
    private static readonly FrozenDictionary<Language, ReferenceDocument> AllRules = Read("clinical-rules", "/rules");

    private static readonly FrozenDictionary<Language, ReferenceDocument> AllSources = Read("sources", "/sources");

    private static readonly FrozenDictionary<Language, FrozenDictionary<string, Reference>> ById = Language.All.ToFrozenDictionary(
        language => language,
        language => AllRules[language].References.Concat(AllSources[language].References).ToFrozenDictionary(reference => reference.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The clinical rules.</summary>
    public static ReferenceDocument Rules(Language language) => AllRules[language];

    /// <summary>The sources.</summary>
    public static ReferenceDocument Sources(Language language) => AllSources[language];

    /// <summary>The rule or source with an id; null when there is none.</summary>
    /// <param name="id">For instance <c>R33</c>, <c>V27</c> or <c>domain 1.6</c>, in any case.</param>
    /// <param name="language">The language of its title.</param>
    public static Reference? Find(string id, Language language) => ById[language].GetValueOrDefault(id);

    private static FrozenDictionary<Language, ReferenceDocument> Read(string name, string address) => Language.All
        .ToFrozenDictionary(language => language, language => new ReferenceDocument(name, address, language));
}
