using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using CsCheck;
using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Course;

/// <summary>Whole courses by chance: every kind of fact, with corrections and retractions, each recorded some days after the one before.</summary>
/// <remarks>
/// The kinds and their fields are read from the types, so a new kind of fact is in here from its first day. Nothing is refused: what an
/// older program stored, or an import brought, has to be answered too.
/// </remarks>
internal sealed class RandomCourses
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<PropertyInfo, bool> MayBeNull = FactJson.Kinds.Values.SelectMany(kind => kind.GetProperties())
        .DistinctBy(property => property)
        .ToDictionary(property => property, property => Nullability.Create(property).WriteState == NullabilityState.Nullable);

    // The kinds that most questions are about come more often than the others.
    private static readonly Type[] Kinds =
    [
        .. FactJson.Kinds.Values.Except([typeof(EntryCorrected), typeof(EntryRetracted)]).OrderBy(kind => kind.Name, StringComparer.Ordinal),
        .. Enumerable.Repeat(typeof(HormoneResultReported), 12),
        .. Enumerable.Repeat(typeof(ProcedurePerformed), 5),
        .. Enumerable.Repeat(typeof(ContactMade), 3),
        .. Enumerable.Repeat(typeof(ComplicationReported), 3),
        .. Enumerable.Repeat(typeof(PainReported), 3),
        .. Enumerable.Repeat(typeof(AnalgesicTaken), 3),
    ];

    private readonly Random _random;
    private readonly List<Entry> _log = [];

    private RandomCourses(int seed) => _random = new(seed);

    /// <summary>Logs of 0 to 14 entries.</summary>
    public static Gen<Entry[]> Logs { get; } = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 14], Log);

    /// <summary>The log of a seed.</summary>
    public static Entry[] Log(int seed, int entries)
    {
        var course = new RandomCourses(seed);
        for (var i = 0; i < entries; i++)
        {
            course._log.Add(new(Id(i + 1), i + 1, FirstRecorded + Duration.FromHours(course._random.Next(1, 60) + (i * 60)), "nurse-1", course.Next()));
        }

        return [.. course._log];
    }

    private Fact Next() => _random.Next(8) switch
    {
        0 when _log.Count > 0 => new EntryRetracted { EntryId = One(_log).Id, Reason = CorrectionReason.TypingError },
        1 when _log.Where(entry => entry.Fact is not (EntryCorrected or EntryRetracted)).ToList() is { Count: > 0 } plain => Correction(One(plain)),
        _ => Plain(),
    };

    private EntryCorrected Correction(Entry target)
    {
        var other = FactJson.ToObject(Of(target.Fact.GetType())!);
        var (field, value) = One(other.ToList());
        return new() { EntryId = target.Id, Changes = new JsonObject { [field] = value?.DeepClone() }, Reason = CorrectionReason.TypingError };
    }

    private Fact Plain()
    {
        while (true)
        {
            if (Of(One(Kinds)) is { } fact)
            {
                return fact;
            }
        }
    }

    /// <summary>A fact of a kind; null when it has to name an entry and there is none to name.</summary>
    private Fact? Of(Type kind)
    {
        var fact = (Fact)Activator.CreateInstance(kind)!;
        foreach (var property in kind.GetProperties().Where(property => property.Name is not nameof(Fact.Warnings)))
        {
            var value = MayBeNull[property] && _random.Next(3) == 0 ? null : Value(property);
            if (value is null && !MayBeNull[property])
            {
                return null;
            }

            property.SetValue(fact, value);
        }

        return fact is HormoneResultReported result && _random.Next(8) > 0 ? Readable(result) : fact;
    }

    private HormoneResultReported Readable(HormoneResultReported result)
    {
        var analyte = _random.Next(2) == 0 ? Analyte.Testosterone : result.Analyte;
        return result with
        {
            Analyte = analyte,
            Unit = HormoneUnits.Canonical(analyte).Symbol,
            Culture = null,
            Status = _random.Next(3) > 0 ? ResultStatus.Final : result.Status,
            CollectedAt = _random.Next(4) > 0 ? ClinicalTime.At(Day().At(new LocalTime(_random.Next(6, 12), _random.Next(60)))) : result.CollectedAt,
        };
    }

    private object? Value(PropertyInfo property) => property.GetCustomAttribute<EntryOfAttribute>() is { } named
        ? _log.Where(entry => named.Kinds.Contains(entry.Fact.GetType())).ToList() is { Count: > 0 } there ? One(there).Id : null
        : property.Name switch
        {
            nameof(HormoneResultReported.Value) => One(["", "", "", "", "<", ">="]) + (_random.Next(1, 250) / 10m).ToString(CultureInfo.InvariantCulture),
            nameof(HormoneResultReported.ResultKey) => $"K-{_random.Next(4)}",
            nameof(HormoneResultReported.Culture) => One(["tr-TR", "en-US"]),
            nameof(HypogonadismReviewed.RuleSet) => One(PublishedRuleSets.All.Keys.ToList()),
            _ => Value(property.PropertyType, property.GetCustomAttribute<CodeAttribute>()),
        };

    private object Value(Type type, CodeAttribute? code)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => code?.Example ?? "Code",
            _ when type == typeof(Guid) => Id(_random.Next(1, 20)),
            _ when type == typeof(int) => _random.Next(0, 11),
            _ when type == typeof(decimal) => _random.Next(1, 20) * One([0.1m, 2m, 100m]),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(LocalDate) => Day(),
            _ when type == typeof(LocalTime) => new LocalTime(_random.Next(24), _random.Next(60)),
            _ when type == typeof(Instant) => FirstRecorded + Duration.FromMinutes(_random.Next(1_000_000)),
            _ when type == typeof(PartialDate) => One([new PartialDate(Day().Year), new PartialDate(Day().Year, Day().Month), PartialDate.Of(Day()), PartialDate.Of(Day())]),
            _ when type == typeof(ClinicalTime) => _random.Next(5) == 0 ? ClinicalTime.On(Day()) : ClinicalTime.At(Day().At(new LocalTime(_random.Next(24), _random.Next(60)))),
            _ when type == typeof(SealedText) => new SealedText(SealedText.Prefix + "AAECAw=="),
            _ when type == typeof(Language) => One<object>([Language.Tr, Language.En]),
            { IsEnum: true } => One(Enum.GetValues(type).Cast<object>().ToList()),
            { GenericTypeArguments: [var item] } => List(item),
            { GenericTypeArguments: [var key, var item] } => Map(key, item),
            _ => Made(type),
        };
    }

    private Array List(Type item)
    {
        var list = Array.CreateInstance(item, _random.Next(3));
        for (var i = 0; i < list.Length; i++)
        {
            list.SetValue(Value(item, null), i);
        }

        return list;
    }

    private IDictionary Map(Type key, Type item)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, item))!;
        for (var i = _random.Next(4); i > 0; i--)
        {
            map[Value(key, null)] = Value(item, null);
        }

        return map;
    }

    private object Made(Type record)
    {
        var constructor = record.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            Value(parameter.ParameterType, record.GetProperty(parameter.Name!)?.GetCustomAttribute<CodeAttribute>()))]);
    }

    private LocalDate Day() => new LocalDate(2024, 6, 1).PlusDays(_random.Next(800));

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
