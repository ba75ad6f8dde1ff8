using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Platform.Description;

/// <summary>An example of every kind of fact, made from its own fields.</summary>
public static class FactExamples
{
    private static readonly Guid SomeId = Guid.Parse("0190a1b2-0000-7000-8000-000000000001");

    /// <summary>A body as it is sent, with the fields beside the fact.</summary>
    public static JsonObject Of(Type kind)
    {
        var example = Fields(kind);
        if (kind == typeof(PatientEnrolled))
        {
            example.Remove("ageYears");
            example = new JsonObject
            {
                ["identity"] = new JsonObject
                {
                    ["givenName"] = "Örnek", ["familyName"] = "Hasta", ["recordNumber"] = "R-100", ["birthDate"] = "1988-04-12",
                    ["telephones"] = new JsonArray("+90 532 000 00 01"),
                },
                ["enrolment"] = example,
            };
        }

        example.Remove("entryId");
        example["id"] = SomeId.ToString();
        example["note"] = "Free text; it is stored encrypted.";
        return example;
    }

    private static JsonObject Fields(Type type)
    {
        var fields = new JsonObject();
        foreach (var property in type.GetProperties().Where(property => property is { CanWrite: true } && property.DeclaringType != typeof(Fact)))
        {
            fields[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = Value(property, property.PropertyType);
        }

        return fields;
    }

    private static JsonNode? Value(PropertyInfo property, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when property.GetCustomAttribute<CodeAttribute>() is { } code && plain == typeof(string) => code.Example,
            _ when plain == typeof(string) => "code",
            _ when plain == typeof(LocalDate) => "2026-03-05",
            _ when plain == typeof(LocalTime) => "08:35:00",
            _ when plain == typeof(Instant) => "2026-03-05T05:35:00Z",
            _ when plain == typeof(PartialDate) => "2026-03",
            _ when plain == typeof(ClinicalTime) => "2026-03-05T08:35",
            _ when plain == typeof(Guid) => SomeId.ToString(),
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => 3,
            _ when plain == typeof(decimal) => 37.5m,
            _ when plain == typeof(JsonObject) => new JsonObject { ["performedOn"] = "2026-03-05" },
            _ when CodeSet.Of(plain) is [var first, ..] => first,
            { IsGenericType: true } when plain.GetGenericArguments() is [var item] => new JsonArray(Value(property, item)),
            { IsGenericType: true } when plain.GetGenericArguments() is [var key, var item] => new JsonObject { [Enum.GetNames(key)[0]] = Value(property, item) },
            _ => Fields(plain),
        };
    }
}
