using System.Globalization;
using FollowUp.Demo;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;

namespace FollowUp.CommandLine;

/// <summary>Prints the cohort's totals and the joint distribution behind them.</summary>
public static class DemoSummary
{
    /// <summary>Writes them.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="cohort">The cohort's date and seed.</param>
    public static void Write(TextWriter to, string cohort)
    {
        to.WriteLine($"310 {JointDistribution.Says}, as of {cohort}.");
        to.WriteLine();
        TextTable.Write(to, ["Sperm found", "", "", "Whose figure"],
        [
            Row("All 310 operations", _ => true, "the paper's; 27 of the 73 + 120 of the 237 is ours"),
            Row("Salvage micro-TESE", cell => cell.IsSalvage, "the paper's"),
            Row("  after micro-TESE", cell => cell.Previous == ProcedureType.MTESE, "the paper's"),
            Row("  after conventional TESE", cell => cell.Previous == ProcedureType.CTESE, "the paper's"),
            Row("  Sertoli cell-only", cell => cell.IsSalvage && cell.Histology == Histology.SCOS, "the paper's"),
            Row("  maturation arrest", cell => cell.IsSalvage && cell.Histology == Histology.MA, "the paper's"),
            Row("  hypospermatogenesis", cell => cell.IsSalvage && cell.Histology == Histology.HS, "the paper's"),
            Row("  Klinefelter", cell => cell.IsSalvage && cell.IsKlinefelter, "the paper's"),
            Row("  AZFc", cell => cell.IsSalvage && cell.Deletion == YMicrodeletion.AZFc, "the paper's"),
            Row("  hormone therapy before", cell => cell.IsSalvage && cell.Therapy, "the paper's"),
            Row("First micro-TESE", cell => !cell.IsSalvage, "ours"),
            Row("  Klinefelter", cell => !cell.IsSalvage && cell.IsKlinefelter, "30 % is the paper's, the number ours"),
        ]);
        to.WriteLine();
        to.WriteLine("The joint distribution behind these totals is ours:");
        to.WriteLine();
        TextTable.Write(
            to, ["Men", "Before", "Histology", "Karyotype", "Y deletion", "Therapy", "Sperm"],
            JointDistribution.Cells.Select(cell => (string?[])[
                cell.Men.ToString(CultureInfo.InvariantCulture), cell.Previous?.ToString() ?? "first", cell.Histology.ToString(), cell.Karyotype.ToString(),
                cell.Deletion.ToString(), cell.Therapy ? "yes" : "no", cell.Found ? "found" : "not found"]));
    }

    private static string?[] Row(string what, Func<Cell, bool> chosen, string whose)
    {
        var (found, men) = JointDistribution.Rate(chosen);
        return [what, string.Create(CultureInfo.InvariantCulture, $"{found}/{men}"), string.Create(CultureInfo.InvariantCulture, $"{100m * found / men:0.0} %"), whose];
    }
}
