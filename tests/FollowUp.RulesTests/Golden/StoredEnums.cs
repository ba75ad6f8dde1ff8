using FollowUp.Course;
using FollowUp.Course.Json;

namespace FollowUp.RulesTests.Golden;

/// <summary>The sets of codes whose names are in stored facts: enums, and the languages.</summary>
public static class StoredEnums
{
    public static IReadOnlySet<Type> InFacts()
    {
        var found = new HashSet<Type>();
        var seen = new HashSet<Type>();
        foreach (var kind in FactJson.Kinds.Values)
        {
            Collect(kind, found, seen);
        }

        return found;
    }

    private static void Collect(Type type, HashSet<Type> found, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (CodeSet.Of(type) is not null)
        {
            found.Add(type);
            return;
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Collect(argument, found, seen);
        }

        if (type.Assembly == typeof(Fact).Assembly && seen.Add(type))
        {
            foreach (var property in type.GetProperties())
            {
                Collect(property.PropertyType, found, seen);
            }
        }
    }
}
