using System.Globalization;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Course.Printed;
using FollowUp.Hormones.Facts;
using FollowUp.Platform.Texts;
using FollowUp.Recording;
using FollowUp.RulesTests.Architecture;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.RulesTests.Course.Printed;

/// <summary>One reading of numbers, times and words, whatever door they come through.</summary>
public sealed class PrintedTests
{
    [Theory]
    [InlineData("11,2", "tr-TR", "11.2")]
    [InlineData("3.2", "tr-TR", "3.2")]
    [InlineData("1.069", "tr-TR", null)]
    [InlineData("1,069", "tr-TR", "1.069")]
    [InlineData("0.069", "tr-TR", "0.069")]
    [InlineData("1000.069", "tr-TR", "1000.069")]
    [InlineData("1.069", "en-GB", "1.069")]
    [InlineData("1,069", "en-GB", null)]
    [InlineData("11,2", "en-GB", "11.2")]
    [InlineData("1,069", null, null)]
    [InlineData("1.000", "tr-TR", null)]
    [InlineData("1000", "tr-TR", "1000")]
    [InlineData("12.34.5", "tr-TR", null)]
    [InlineData("-5", "tr-TR", null)]
    [InlineData("", "tr-TR", null)]
    public void A_number_is_read_in_one_way_and_what_may_be_a_thousand_is_refused(string text, string? culture, string? number)
    {
        var (read, refusal) = PrintedNumber.Read(text, culture, "value");

        (refusal is null ? read.ToString(CultureInfo.InvariantCulture) : null).ShouldBe(number);
    }

    [Theory]
    [InlineData("1.069", "tr-TR", "tr-TR")]
    [InlineData("1,069", "en-GB", "en-GB")]
    [InlineData("<1.069", "tr-TR", "tr-TR")]
    [InlineData("11,2", "en-GB", "tr-TR")]
    [InlineData("11,2", "tr-TR", "tr-TR")]
    [InlineData("11.2", "tr-TR", "en-GB")]
    public void The_culture_kept_is_that_of_the_mark_unless_the_reader_s_own_leaves_a_doubt(string text, string reader, string kept) =>
        PrintedNumber.CultureOf(text, reader).ShouldBe(kept);

    [Theory]
    [InlineData("12.02.2025 08:30", "2025-02-12T08:30:00")]
    [InlineData("12.02.2025 8:30", "2025-02-12T08:30:00")]
    [InlineData("12.02.2025 08:30:00", "2025-02-12T08:30:00")]
    [InlineData("12.2.2025  8.30", "2025-02-12T08:30:00")]
    [InlineData("12.02.2025", "2025-02-12")]
    [InlineData("12.02.2025 00:00", "2025-02-12T00:00:00")]
    [InlineData("2025-02-12T08:30", "2025-02-12T08:30:00")]
    [InlineData("2025-02-12 8:30", "2025-02-12T08:30:00")]
    [InlineData("2025-02-12T08:30:00+01:00", "2025-02-12T08:30:00+01:00")]
    [InlineData("12.02.25 08:30", null)]
    [InlineData("31.02.2025", null)]
    [InlineData("12.02.2025 25:00", null)]
    [InlineData("12.02.1025 08:00", null)]
    [InlineData("45700", null)]
    [InlineData("", null)]
    public void A_day_and_clock_time_are_read_in_one_way_and_a_day_alone_leaves_the_time_unknown(string text, string? moment)
    {
        PrintedTime.Moment(text)?.ToString().ShouldBe(moment);
        PrintedTime.Moment(text, "dd.MM.uuuu")?.ToString().ShouldBe(moment);
        (PrintedTime.Moment(text) is null).ShouldBe(moment is null);
    }

    [Fact]
    public void A_month_first_pattern_of_a_sheet_is_kept_to()
    {
        PrintedTime.Day("2/12/2025", "MM/dd/uuuu").ShouldBe(new LocalDate(2025, 2, 12));
        PrintedTime.Day("13/2/2025", "MM/dd/uuuu").ShouldBeNull();
        PrintedTime.Day("1.2.1985", "dd.MM.uuuu").ShouldBe(new LocalDate(1985, 2, 1));
    }

    [Fact]
    public void A_spreadsheet_s_number_of_a_day_is_refused_with_the_day_it_may_be()
    {
        var finding = PrintedTime.Unreadable("Doğum tarihi", "31079", "Write the date as dd.MM.uuuu.");

        finding.Code.ShouldBe("DayNumber");
        finding.Message.ShouldContain("1985-02-01");
        finding.Message.ShouldContain("dd.MM.uuuu");
        PrintedTime.Unreadable("Doğum tarihi", "1985", "Write the date.").Code.ShouldBe("Unreadable");
    }

    [Theory]
    [InlineData("2019", "2019")]
    [InlineData("03.2019", "2019-03")]
    [InlineData("7.3.2019", "2019-03-07")]
    [InlineData("2019-03", "2019-03")]
    [InlineData("13.2019", null)]
    public void A_date_is_read_as_far_as_it_is_known(string text, string? date) => PrintedTime.Partial(text)?.ToString().ShouldBe(date);

    [Theory]
    [InlineData("F", ResultStatus.Final)]
    [InlineData("kesin", ResultStatus.Final)]
    [InlineData("KESİN", ResultStatus.Final)]
    [InlineData("C", ResultStatus.Corrected)]
    [InlineData("düzeltilmiş", ResultStatus.Corrected)]
    [InlineData("Duzeltilmis", ResultStatus.Corrected)]
    [InlineData("P", ResultStatus.Preliminary)]
    [InlineData("X", ResultStatus.Cancelled)]
    [InlineData("corrected", ResultStatus.Corrected)]
    [InlineData("Q", null)]
    public void A_status_is_read_for_what_it_means(string text, ResultStatus? status) => CodeWords.Find<ResultStatus>(text).ShouldBe(status);

    [Theory]
    [InlineData("Total Testosterone", Analyte.Testosterone)]
    [InlineData("Testosteron (Total)", Analyte.Testosterone)]
    [InlineData("TESTOSTERON", Analyte.Testosterone)]
    [InlineData("Estradiol", Analyte.Oestradiol)]
    [InlineData("E2", Analyte.Oestradiol)]
    [InlineData("Estradiol (E2)", Analyte.Oestradiol)]
    [InlineData("Serbest Testosteron", Analyte.FreeTestosterone)]
    [InlineData("İNHİBİN-B", Analyte.InhibinB)]
    [InlineData("Testosterone/Oestradiol", null)]
    public void An_analyte_is_read_for_what_it_means(string text, Analyte? analyte) => CodeWords.Find<Analyte>(text).ShouldBe(analyte);

    [Fact]
    public void No_word_means_two_codes_of_one_set_and_every_word_belongs_to_a_code()
    {
        var sets = typeof(Fact).Assembly.GetTypes().Where(type => type.IsEnum && Laws.RulesNamespace().IsMatch(type.Namespace ?? ""))
            .ToLookup(type => type.Name);

        Catalogue.Shipped.All.SelectMany(words => words.Texts).Where(text => text.Value.Also.Count > 0)
            .Where(text => text.Key.Split('.') is not [var set, var code] || !sets[set].Any(type => Enum.IsDefined(type, code)))
            .Select(text => text.Key).ShouldBeEmpty();
        sets[nameof(Analyte)].Concat(sets[nameof(ResultStatus)]).Concat(sets[nameof(Answer)]).Concat(sets[nameof(Side)]).Concat(sets[nameof(RetrievalOutcome)])
            .SelectMany(type => CodeWords.Of(type).Where(word => word.Value is null).Select(word => $"{type.Name}: {word.Key}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_a_file_may_say_codes_in_words_and_what_is_not_understood_stays_as_it_is()
    {
        var line = System.Text.Json.Nodes.JsonNode.Parse(
            """{"command":"contact_made","kind":"telefon","complications":"yok","script":{"Fever":"hayır","Rigors":"maybe"},"advice":["RedFlags"]}""")!.AsObject();

        CodeWords.FitLine(line);

        line.ToJsonString(FactJson.Options).ShouldBe(
            """{"command":"contact_made","kind":"Call","complications":"None","script":{"Fever":"No","Rigors":"maybe"},"advice":["RedFlags"]}""");
    }
}
