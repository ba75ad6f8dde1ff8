using System.Reflection;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Reports.Tables;
using NodaTime;

namespace FollowUp.RulesTests.Golden;

/// <summary>A fact of any kind with every field set, always the same one.</summary>
public static class SampleFact
{
    public static Fact Of(Type kind)
    {
        var fact = (Fact)Activator.CreateInstance(kind)!;
        foreach (var property in kind.GetProperties())
        {
            property.SetValue(fact, Value(property.PropertyType, property.GetCustomAttribute<CodeAttribute>()));
        }

        return fact;
    }

    private static object Value(Type type, CodeAttribute? code)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => code?.Example ?? "Code",
            _ when type == typeof(Guid) => Guid.Parse("00000000-0000-7000-8000-000000000001"),
            _ when type == typeof(int) => 4,
            _ when type == typeof(decimal) => 37.5m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(LocalDate) => new LocalDate(2026, 3, 5),
            _ when type == typeof(LocalTime) => new LocalTime(8, 35),
            _ when type == typeof(Instant) => Instant.FromUtc(2026, 3, 5, 5, 35),
            _ when type == typeof(PartialDate) => new PartialDate(2019, 3),
            _ when type == typeof(ClinicalTime) => ClinicalTime.TryParse("2026-03-05T08:35:00+03:00")!.Value,
            _ when type == typeof(SealedText) => new SealedText(SealedText.Prefix + "AAECAw=="),
            _ when type == typeof(JsonObject) => new JsonObject { ["performedOn"] = "2026-03-05" },
            _ when type == typeof(Language) => Language.En,
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            { GenericTypeArguments: [var item] } => List(item),
            { GenericTypeArguments: [var key, var item] } => Dictionary(key, item),
            _ => Made(type),
        };
    }

    private static Array List(Type item)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Value(item, null), 0);
        return list;
    }

    private static object Dictionary(Type key, Type item)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, item))!;
        dictionary.Add(Value(key, null), Value(item, null));
        return dictionary;
    }

    private static object Made(Type record)
    {
        var constructor = record.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            Value(parameter.ParameterType, record.GetProperty(parameter.Name!)?.GetCustomAttribute<CodeAttribute>()))]);
    }
}
