using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Reports;
using FollowUp.Reports.Statistics;
using FollowUp.Reports.Tables;
using FollowUp.Reports.Writers;

namespace FollowUp.RulesTests.Reports;

public sealed class WriterTests
{
    private static readonly ReportDocument Report = new("a-report", "A report", NodaTime.Instant.FromUtc(2026, 3, 5, 8, 35), [new("data", "Data", "=1+1, \"made up\"")],
    [
        new("rates", "Rates", [new("found", "Found", Shape.Rate), new("p", "p", Shape.Probability), new("said", "Said", Shape.Words)],
        [
            new("All", "all", [Cell.Rate(new(27, 73)), Cell.Number(0.00004), Cell.Of("-cmd|'/C calc'!A0")]),
            new("Karyotype", "Klinefelter", [Cell.Rate(new(1, 8)), Cell.Number(null), Cell.Of("x")]),
        ], ["A note."]),
    ], []);

    [Fact]
    public void The_text_is_aligned_and_marks_small_counts() =>
        Text(new TextReport()).ShouldBe(
            """
            A report

            Data  =1+1, "made up"

            Rates
                                                           Found        p  Said
            ----------------------  ----------------------------  -------  -----------------
            All: all                27/73  37.0 % (26.8 to 48.5)  <0.0001  -cmd|'/C calc'!A0
            Karyotype: Klinefelter    1/8  12.5 % (2.2 to 47.1)*        -  x
              A note.

            """);

    [Fact]
    public void What_is_not_defined_is_left_out_with_its_brackets()
    {
        string Said(Cell cell, Shape shape) => Text(new TextReport(), Report with { Tables = [new("t", "T", [new("c", "c", shape)], [new("g", "r", [cell])], [])] })
            .Split('\n')[^2].Replace("g: r", "", StringComparison.Ordinal).Trim();

        Said(Cell.Rate(new(0, 0)), Shape.Rate).ShouldBe("0/0");
        Said(Cell.Share(new(0, 0)), Shape.Share).ShouldBe("0/0");
        Said(Cell.MeanSd(Summary.Of([67.3m])), Shape.MeanSd).ShouldBe("67.3*");
        Said(Cell.Estimate(100, null), Shape.Estimate).ShouldBe("100.0");
        Said(new(null, [566, 551, null], []), Shape.Estimate).ShouldBe("566.0 (551.0 to -)");
        Said(Cell.Quartiles(Summary.Of([])), Shape.Quartiles).ShouldBe("-");
    }

    [Fact]
    public void The_csv_has_lines_of_one_length_and_words_that_no_spreadsheet_runs() =>
        Text(new CsvReport()).ShouldBe(string.Concat(((string[])
        [
            "title,A report,,,,,,,,,",
            "header,Data,\"'=1+1, \"\"made up\"\"\",,,,,,,,",
            "rates,group,row,Found count,Found of,Found percent,Found lower,Found upper,p,Said,small",
            "rates,All,all,27,73,37.0,26.8,48.5,<0.0001,'-cmd|'/C calc'!A0,",
            "rates,Karyotype,Klinefelter,1,8,12.5,2.2,47.1,,x,Found",
            "rates.note,A note.,,,,,,,,,",
        ]).Select(line => line + "\r\n")));

    [Fact]
    public void The_json_has_unrounded_numbers()
    {
        var found = JsonNode.Parse(Text(new JsonReport()))!["tables"]![0]!["rows"]![0]!["found"]!;

        found["percent"]!.GetValue<double>().ShouldBe(2700.0 / 73);
        found["count"]!.GetValue<int>().ShouldBe(27);
    }

    [Fact]
    public void Every_form_is_the_same_in_whatever_culture_and_however_often()
    {
        foreach (var writer in (IReportWriter[])[new TextReport(), new CsvReport(), new JsonReport()])
        {
            var first = writer.Write(Report, TestContext.Current.CancellationToken);
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
                writer.Write(Report, TestContext.Current.CancellationToken).ShouldBe(first);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Theory]
    [InlineData(12.35, "12.4")]
    [InlineData(12.25, "12.3")]
    [InlineData(-0.05, "-0.1")]
    [InlineData(2.449999, "2.4")]
    public void Halves_are_printed_away_from_zero(double value, string printed)
    {
        var report = Report with { Tables = [new("t", "T", [new("n", "N", Shape.Number)], [new("g", "r", [Cell.Number(value)])], [])] };

        Text(new CsvReport(), report).ShouldContain($"t,g,r,{printed},\r\n");
    }

    [Fact]
    public void What_is_withheld_is_in_no_form()
    {
        var report = Report with { Tables = new CellSuppression().Apply(Report.Tables) };

        Text(new TextReport(), report).ShouldNotContain("1/8");
        Text(new CsvReport(), report).ShouldContain("Klinefelter,withheld,withheld,withheld,withheld,withheld,");
        Text(new JsonReport(), report).ShouldNotContain("12.5");
    }

    private static string Text(IReportWriter writer, ReportDocument? report = null) => Encoding.UTF8.GetString(writer.Write(report ?? Report, TestContext.Current.CancellationToken));
}
