using System.Globalization;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using FollowUp.Recording.ReadModels;
using FollowUp.Surgery.Facts;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.AppTests.Reports;

/// <summary>Men with facts that chance chose, the same for the same seed, put into the store at once.</summary>
public sealed class RandomMen(AppFixture app, string clinic, int seed)
{
    private static readonly LocalDate First = new(2023, 1, 1);

    private readonly Random _chance = new(seed);

    private int _facts;

    /// <summary>Adds men.</summary>
    public async Task<IReadOnlyList<Guid>> AddAsync(int count)
    {
        List<Guid> men = [.. Enumerable.Range(0, count).Select(_ => Ids.New())];
        await using var session = Session();
        foreach (var man in men)
        {
            session.Events.StartStream<CourseDocument>(man, [.. Life().Select(fact => Event(session, fact))]);
        }

        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return men;
    }

    /// <summary>Adds some facts to each of these men.</summary>
    public async Task ContinueAsync(IEnumerable<Guid> men)
    {
        await using var session = Session();
        foreach (var man in men)
        {
            var stream = await session.Events.FetchForWriting<DueDates>(man, TestContext.Current.CancellationToken);
            stream.AppendMany([.. Later().Select(fact => Event(session, fact))]);
        }

        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private IDocumentSession Session() => app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession(clinic);

    private JasperFx.Events.IEvent Event(IDocumentSession session, (Guid Id, Fact Fact) fact) =>
        session.EventOf(new Entry(fact.Id, 0, Instant.FromDateTimeOffset(app.Time.GetUtcNow()), "nurse-1", fact.Fact));

    private IEnumerable<(Guid, Fact)> Life()
    {
        yield return Of(new PatientEnrolled
        {
            EnrolledOn = First, Karyotype = OneOf<Karyotype>(), YMicrodeletion = OneOf<YMicrodeletion>(),
        });
        if (Chance(60))
        {
            yield return Of(new ResearchAgreementRecorded { StatedOn = First, Agrees = Chance(70) });
        }

        if (Chance(40))
        {
            yield return Of(new EarlierProcedureReported { Type = OneOf<ProcedureType>(), PerformedOn = Chance(70) ? new PartialDate(2021) : null, Outcome = OneOf<RetrievalOutcome>() });
        }

        foreach (var fact in Enumerable.Range(0, _chance.Next(0, 10)).SelectMany(_ => Later()))
        {
            yield return fact;
        }
    }

    private IEnumerable<(Guid Id, Fact Fact)> Later()
    {
        switch (_chance.Next(0, 12))
        {
            case 0 or 1 or 2:
                var operation = Of(new ProcedurePerformed { Type = OneOf<ProcedureType>(), PerformedOn = Day(), Side = Side.Both, Outcome = OneOf<RetrievalOutcome>() });
                yield return operation;
                if (Chance(60))
                {
                    yield return Of(new HistologyReported { ProcedureId = operation.Id, Side = Side.Both, Pattern = OneOf<Histology>() });
                }

                break;
            case 3:
                yield return Of(new HormoneTherapyRecorded { Drug = OneOf<HormoneDrug>(), StartedOn = PartialDate.Of(Day()) });
                break;
            case 4:
                yield return Of(new SymptomReported { Symptom = Symptom.LowLibido, Present = Answer.Yes, ReportedOn = Day() });
                break;
            case 5:
                var wrong = Result(Analyte.Testosterone, 20_000, "nmol/L");
                yield return wrong;
                yield return Of(new EntryRetracted { EntryId = wrong.Id, Reason = CorrectionReason.Duplicate });
                break;
            case 6 or 7:
                yield return Result(Analyte.LH, 20_000, "IU/L");
                break;
            default:
                yield return Result(Analyte.Testosterone, 35_000, "nmol/L");
                break;
        }
    }

    private (Guid Id, Fact) Result(Analyte analyte, int thousandths, string unit) => Of(new HormoneResultReported
    {
        Analyte = analyte,
        Value = (Chance(8) ? "<" : "") + (_chance.Next(1, thousandths) / 1000m).ToString(CultureInfo.InvariantCulture),
        Unit = unit,
        CollectedAt = ClinicalTime.At(Day().At(new LocalTime(8, _chance.Next(0, 60)))),
        Status = Chance(95) ? ResultStatus.Final : ResultStatus.Preliminary,
        AcutelyIll = Chance(95) ? Answer.No : Answer.Yes,
    });

    private (Guid Id, Fact) Of(Fact fact) => (Ids.Of($"{seed}.{_facts++}"), fact);

    private LocalDate Day() => First.PlusDays(_chance.Next(0, 1400));

    private bool Chance(int percent) => _chance.Next(0, 100) < percent;

    private TEnum OneOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>()[_chance.Next(0, Enum.GetValues<TEnum>().Length)];
}
