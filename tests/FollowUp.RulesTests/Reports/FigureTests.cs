using System.Globalization;
using System.Text;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Figures;
using FollowUp.Reports;
using FollowUp.Reports.Testosterone;
using FollowUp.Reports.Writers;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class FigureTests
{
    private static readonly IReport[] Reports = [new TestosteroneReturn(), new SpermRetrieval(), new ComplicationsAndPain(), new Completeness()];

    [Fact]
    public async Task Every_report_has_figures_and_the_same_men_give_the_same_bytes_in_whatever_culture()
    {
        foreach (var report in Reports)
        {
            var content = await report.ContentAsync(Men(6));
            content.Figures.ShouldNotBeEmpty();
            var document = new ReportDocument(report.Name, report.Title, Instant.FromUtc(2026, 3, 5, 8, 35), [new("clinic", "Clinic", "Ağrı şişlik")], content.Tables, content.Figures);
            var first = Bytes(document);
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
                Bytes(document).ShouldBe(first, report.Name);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public async Task A_figure_in_a_page_has_ids_of_its_own_and_the_page_asks_for_nothing_else()
    {
        var content = await new TestosteroneReturn().ContentAsync(Men(6));
        var page = Encoding.UTF8.GetString(new HtmlReport().Write(new("a", "A < B", Instant.MinValue, [], content.Tables, content.Figures), TestContext.Current.CancellationToken));

        var ids = page.Split(" id=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).ToList();
        ids.ShouldBeUnique();
        ids.ShouldContain("courses-clip-1");
        page.ShouldContain("<h1>A &lt; B</h1>");
        page.ShouldNotContain("<script");
        page.Replace("http://www.w3.org/", "", StringComparison.Ordinal).ShouldNotContain("http");
    }

    [Fact]
    public async Task A_researcher_sees_no_course_or_box_of_fewer_than_five_men()
    {
        var report = new TestosteroneReturn();

        (await report.ContentAsync(Men(4))).Figures.Select(figure => figure.Key).ShouldContain("courses");
        (await report.ContentAsync(Men(4), forResearch: true)).Figures.Select(figure => figure.Key).ShouldNotContain("courses");
        (await report.ContentAsync(Men(4), forResearch: true)).Figures.Select(figure => figure.Key).ShouldNotContain("boxes");
        (await report.ContentAsync(Men(5), forResearch: true)).Figures.Select(figure => figure.Key).ShouldContain("courses");

        // Three of six have returned to 80 %: as many steps would say so.
        (await report.ContentAsync(Men(6))).Figures.Select(figure => figure.Key).ShouldContain("timeTo80");
        (await report.ContentAsync(Men(6), forResearch: true)).Figures.Select(figure => figure.Key).ShouldNotContain("timeTo80");
    }

    [Fact]
    public async Task A_document_is_dated_by_its_instant_and_holds_its_fonts()
    {
        var content = await new SpermRetrieval().ContentAsync(Men(6));
        var text = Encoding.Latin1.GetString(new PdfReport().Write(
            new("a", "A", Instant.FromUtc(2024, 2, 29, 23, 59), [], content.Tables, content.Figures), TestContext.Current.CancellationToken));

        text.ShouldStartWith("%PDF-");
        text.ShouldContain("D:20240229235900");
        text.ShouldContain("NotoSans-Regular");
    }

    [Fact]
    public async Task Of_no_men_and_of_one_a_report_comes_in_every_form()
    {
        foreach (var report in Reports)
        {
            foreach (var men in (int[])[0, 1])
            {
                var content = await report.ContentAsync(Men(men));
                Bytes(new(report.Name, report.Title, Instant.MinValue.Plus(Duration.FromDays(4000000)), [new("clinic", "Clinic", "Clinic")], content.Tables, content.Figures)).ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public async Task A_cancelled_reader_gets_no_document_of_any_figure_or_table()
    {
        var content = await new TestosteroneReturn().ContentAsync(Men(3));
        var document = new ReportDocument("a-report", "A report", Instant.FromUtc(2026, 3, 5, 8, 35), [new("clinic", "Clinic", "Clinic")], content.Tables, content.Figures);

        foreach (var writer in Scan.For<IReportWriter>())
        {
            Should.Throw<OperationCanceledException>(() => writer.Write(document, new CancellationToken(canceled: true)), writer.Format);
        }
    }

    private static byte[] Bytes(ReportDocument document) =>
    [
        .. Scan.For<IReportWriter>().SelectMany(writer => writer.Write(document, TestContext.Current.CancellationToken)),
        .. document.Figures.SelectMany(FigureImage.Png), .. document.Figures.SelectMany(figure => Encoding.UTF8.GetBytes(FigureImage.Svg(figure))),
    ];

    private static IEnumerable<PatientCourse> Men(int count) => Enumerable.Range(0, count).Select(man => Of(
        Enrolled(Karyotype.Normal46XY), Elsewhere(ProcedureType.MTESE, new(2020)), Operated(DayOfSurgery),
        Drawn(DayOfSurgery.PlusDays(-30), 20), Drawn(DayOfSurgery.PlusMonths(7), 10 + (2 * man)), Drawn(DayOfSurgery.PlusMonths(12), 12 + man)));

    private static HormoneResultReported Drawn(LocalDate on, int value) => new()
    {
        Analyte = Analyte.Testosterone,
        Value = value.ToString(CultureInfo.InvariantCulture),
        Unit = "nmol/L",
        CollectedAt = ClinicalTime.At(on.At(new LocalTime(8, 30))),
        Status = ResultStatus.Final,
    };
}
