using System.Text;
using FollowUp.Reports;
using FollowUp.Reports.Writers;
using NodaTime;

namespace FollowUp.RulesTests.Reports;

/// <summary>Alone, for the zone of the machine belongs to the whole process.</summary>
[CollectionDefinition(nameof(PdfZoneTests), DisableParallelization = true)]
[Collection(nameof(PdfZoneTests))]
public sealed class PdfZoneTests
{
    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("Asia/Kolkata")]
    [InlineData("America/New_York")]
    public void A_document_is_the_same_in_whatever_zone_the_machine_is(string zone)
    {
        var report = new ReportDocument("a-report", "A report", Instant.FromUtc(2026, 3, 5, 22, 35), [], [], []);
        var here = In("UTC", report);

        Encoding.Latin1.GetString(here).ShouldContain("/CreationDate (D:20260305223500+00'00')");
        In(zone, report).ShouldBe(here);
    }

    private static byte[] In(string zone, ReportDocument report)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return new PdfReport().Write(report, TestContext.Current.CancellationToken);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
