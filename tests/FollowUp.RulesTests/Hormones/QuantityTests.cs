using System.Globalization;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Recording.Commands;
using FollowUp.RulesTests.Golden;

namespace FollowUp.RulesTests.Hormones;

public sealed class QuantityTests
{
    [Fact]
    public void A_printed_value_is_read_or_refused_as_the_golden_table_says()
    {
        foreach (var row in GoldenTable.Rows("readings.csv"))
        {
            var reading = QuantityReading.Of(Enum.Parse<Analyte>(row["analyte"]), row.Text("value"), row.Text("unit"), row.Text("culture"));

            reading.Refusal?.Code.ShouldBe(row.Text("refused"), row.ToString());
            (reading.Refusal is null).ShouldBe(row.Text("refused") is null, row.ToString());
            reading.Quantity?.Comparison.ToString().ShouldBe(row.Text("comparison"), row.ToString());
            (reading.Quantity is { } quantity ? decimal.Round(quantity.CanonicalNumber, 6) : (decimal?)null).ShouldBe(row.Number("canonical"), row.ToString());
        }
    }

    [Fact]
    public void A_value_is_judged_as_the_golden_table_says()
    {
        foreach (var row in GoldenTable.Rows("plausibility.csv"))
        {
            var reading = QuantityReading.Of(Enum.Parse<Analyte>(row["analyte"]), row["value"], row["unit"], null);
            var finding = Plausibility.Judge(reading.Quantity.ShouldNotBeNull(row.ToString()));

            finding?.Code.ShouldBe(row.Text("said"), row.ToString());
            (finding is null).ShouldBe(row.Text("said") is null, row.ToString());
            finding?.Refuses.ShouldBe(row["said"] is "UnitSlip" || row["said"].EndsWith("Implausible", StringComparison.Ordinal), row.ToString());
        }
    }

    [Fact]
    public void A_refused_ambiguous_number_names_both_readings()
    {
        var message = QuantityReading.Of(Analyte.Testosterone, "1.069", "ng/dL", "tr-TR").Refusal!.Message;

        message.ShouldContain("1,069");
        message.ShouldContain("1069");
    }

    [Fact]
    public void A_unit_slip_names_the_unit_that_was_probably_meant()
    {
        Plausibility.Judge(Of("350", "nmol/L"))!.Message.ShouldContain("350 ng/dL would be 12.1 nmol/L");
        Plausibility.Judge(Of("95", "nmol/L"))!.Message.ShouldContain("95 ng/dL would be 3.3 nmol/L");
    }

    [Fact]
    public void A_message_is_the_same_under_a_Turkish_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            QuantityReading.Of(Analyte.InhibinB, "1.5", "PG/ML", null).Quantity!.CanonicalNumber.ShouldBe(1.5m);
            Plausibility.Judge(Of("350.5", "nmol/L"))!.Message.ShouldContain("350.5 ng/dL");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_analyte_has_a_canonical_unit_and_every_spelling_means_one_unit()
    {
        Enum.GetValues<Analyte>().ShouldAllBe(analyte => HormoneUnits.Canonical(analyte).Analyte == analyte);
        HormoneUnits.All.SelectMany(unit => unit.Spellings.Append(unit.Symbol).Append(unit.Ucum).Distinct().Select(spelling => (unit.Analyte, spelling.ToUpperInvariant()))).ShouldBeUnique();
    }

    [Fact]
    public void The_UCUM_codes_and_factors_are_those_of_the_UCUM_library()
    {
        var rows = GoldenTable.Rows("ucum.csv").ToList();
        foreach (var row in rows)
        {
            var unit = HormoneUnits.Find(Enum.Parse<Analyte>(row["analyte"]), row["unit"]).ShouldNotBeNull(row.ToString());
            var canonical = HormoneUnits.Canonical(unit.Analyte);

            row["canonical"].ShouldBe(canonical.Ucum, row.ToString());
            (unit.Factor / canonical.Factor).ShouldBe(row.Number("factor")!.Value, 1e-12m * row.Number("factor")!.Value, row.ToString());
        }

        HormoneUnits.All.Select(unit => (unit.Analyte.ToString(), unit.Ucum)).ShouldBeSubsetOf(rows.Select(row => (row["analyte"], row["unit"])));
    }

    private static Quantity Of(string value, string unit) => QuantityReading.Of(Analyte.Testosterone, value, unit, null).Quantity!;
}
