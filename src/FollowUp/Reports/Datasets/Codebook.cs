using FollowUp.Patients.Facts;
using FollowUp.Platform.References;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Datasets;

/// <summary>The data dictionary of the datasets, with the columns of a REDCap data dictionary.</summary>
public static class Codebook
{
    /// <summary>REDCap's headings, in its order.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [
        "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label", "Choices, Calculations, OR Slider Labels", "Field Note",
        "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max", "Identifier?",
        "Branching Logic (Show field only if...)", "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
        "Matrix Ranking?", "Field Annotation",
    ];

    /// <summary>A line for each variable. Names are unique in a REDCap project, so the study id is listed for the first dataset only.</summary>
    public static IEnumerable<string[]> Lines(IEnumerable<IDataset> datasets) =>
        datasets.SelectMany(dataset => dataset.Variables.Select(variable => (dataset, variable)))
            .DistinctBy(each => each.variable.Name)
            .Select(each => Line(each.dataset, each.variable));

    private static string[] Line(IDataset dataset, Variable variable) =>
    [
        variable.Name, dataset.Name, "", variable.Choices is null ? "text" : "radio", Citations.InWords(variable.Label, Language.En), Choices(variable), variable.Note,
        variable.Validation, "", "", "", "", "", "", "", "", "", "",
    ];

    private static string Choices(Variable variable) => variable.Choices is null
        ? ""
        : string.Join(" | ", variable.Choices
            .Concat(variable.IsQuasiIdentifier ? [KeyValuePair.Create(RareValues.Withheld, $"fewer than {SmallCells.Threshold} men have it")] : [])
            .Select(choice => $"{choice.Key}, {choice.Value}"));
}
