using FollowUp.Patients.Facts;
using FollowUp.Platform.Texts;
using FollowUp.Reports;
using FollowUp.Reports.Making;
using FollowUp.Reports.Pages;
using FollowUp.Reports.Publications;

namespace FollowUp.RulesTests.Reports;

/// <summary>The page of a report says in Turkish what the report prints in English.</summary>
public sealed class PrintedWordsTests
{
    private static readonly Words Turkish = Words.In(Language.Tr);

    // Roman numerals of grades, and p and n, are the same in both.
    private static readonly string[] Same = ["I", "II", "IIIa", "IIIb", "IVa", "IVb", "V", "p", "n"];

    [Fact]
    public async Task Every_title_and_heading_of_the_reports_has_its_Turkish_piece_by_piece()
    {
        var missing = new List<string>();
        foreach (var report in ReportQuery.Reports.Values.Where(report => report is not PublishedSeries))
        {
            var content = await report.ContentAsync([]);
            missing.AddRange(content.Tables.SelectMany(table => table.Columns.Select(column => column.Heading).Prepend(table.Title))
                .Concat(content.Figures.Select(figure => figure.Title))
                .SelectMany(printed => Pieces(printed).Where(piece => Turkish.Own($"Print.{piece}") is null && !Same.Contains(piece))));
        }

        missing.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_report_has_a_Turkish_title_and_description() =>
        ReportQuery.Reports.Values.SelectMany(report => report.Strata.Select(stratum => stratum.Name).Append(report.Title).Append(report.Description))
            .Where(printed => Turkish.Own($"Print.{printed}") is null).Distinct().ShouldBeEmpty();

    [Theory]
    [InlineData("to day 30, Procedure number", "30. güne kadar, İşlem sırası")]
    [InlineData("Lost or withdrew: known", "Kaybedilen ya da çekilen: bilinen")]
    [InlineData("46,XY, 12 months", "46,XY, 12. ay")]
    [InlineData("EAU-2023.1", "EAU-2023.1")]
    public void A_heading_is_said_piece_by_piece_and_what_has_no_word_stands_as_it_is(string printed, string said)
    {
        PrintedWords.Of(Turkish, printed).ShouldBe(said);
        PrintedWords.Of(Words.In(Language.En), printed).ShouldBe(printed);
    }

    private static IEnumerable<string> Pieces(string printed) => printed.Length == 0 ? []
        : Turkish.Own($"Print.{printed}") is not null ? [printed]
        : printed.Split(": ").SelectMany(part => Turkish.Own($"Print.{part}") is not null ? [part] : part.Split(", "));
}
