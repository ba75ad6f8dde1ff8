using System.Globalization;
using CsCheck;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.RulesTests.Hormones;

/// <summary>Random facts about hormones, operations and therapies.</summary>
internal static class HormoneHistories
{
    public static readonly LocalDate First = new(2024, 1, 1);

    public static readonly Gen<LocalDate> Days = Gen.Int[0, 1000].Select(day => First.PlusDays(day));

    private static readonly Gen<ClinicalTime> Times = Gen.Frequency(
        (8, Gen.Select(Days, Gen.Int[420, 660], (day, minute) => ClinicalTime.At(day.At(LocalTime.Midnight.PlusMinutes(minute))))),
        (2, Gen.Select(Days, Gen.Int[0, 1439], (day, minute) => ClinicalTime.At(day.At(LocalTime.Midnight.PlusMinutes(minute))))),
        (1, Days.Select(ClinicalTime.On)));

    private static readonly Gen<string> Signs = Gen.Frequency((10, Gen.Const("")), (1, Gen.OneOf("<", "<=", ">", ">=")));

    private static readonly Gen<HormoneResultReported> Testosterone = Gen.Select(Times, Signs, Gen.Int[1, 35_000], (at, sign, thousandths) =>
        Result(Analyte.Testosterone, at, sign + Printed(thousandths / 1000m), "nmol/L"));

    private static readonly Gen<Fact> Others = Gen.Frequency(
        (3, Gen.Select(Times, Gen.Int[1, 300], (at, tenths) => (Fact)Result(Analyte.LH, at, Printed(tenths / 10m), "IU/L"))),
        (2, Gen.Select(Times, Gen.Int[10, 800], (at, tenths) => (Fact)Result(Analyte.SHBG, at, Printed(tenths / 10m), "nmol/L"))),
        (1, Gen.Select(Times, Gen.Int[250, 550], (at, tenths) => (Fact)Result(Analyte.Albumin, at, Printed(tenths / 10m), "g/L"))),
        (2, Days.Select(day => (Fact)new ProcedurePerformed { Type = ProcedureType.MTESE, PerformedOn = day, Side = Side.Both })),
        (1, Gen.Select(Days, Gen.Int[0, 2], (day, known) => (Fact)new EarlierProcedureReported
        {
            Type = ProcedureType.CTESE,
            PerformedOn = known == 0 ? null : known == 1 ? new PartialDate(day.Year) : PartialDate.Of(day),
        })),
        (1, Gen.Select(Days, Gen.Int[-1, 200], Gen.Enum<HormoneDrug>(), (day, length, drug) => (Fact)new HormoneTherapyRecorded
        {
            Drug = drug, StartedOn = PartialDate.Of(day), StoppedOn = length < 0 ? null : PartialDate.Of(day.PlusDays(length)),
        })),
        (1, Times.Select(at => (Fact)(Result(Analyte.Testosterone, at, "9,1", "furlong") with { Culture = "xx" }))),
        (1, Times.Select(at => (Fact)(Result(Analyte.Testosterone, at, "9.1", "nmol/L") with { Status = ResultStatus.Preliminary }))));

    public static readonly Gen<Fact[]> Histories = Gen.Select(Testosterone.Array[0, 8], Others.Array[0, 6], (results, others) => (Fact[])[.. others, .. results]);

    public static string Printed(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    private static HormoneResultReported Result(Analyte analyte, ClinicalTime at, string value, string unit) =>
        new() { Analyte = analyte, Value = value, Unit = unit, CollectedAt = at, Status = ResultStatus.Final };
}
