using FollowUp.Patients.Facts;

namespace FollowUp.Course;

/// <summary>The names that codes are stored and sent by.</summary>
public static class CodeSet
{
    /// <summary>The names of a type's values, for a type with a fixed set of them: an enum, or the languages; null for any other.</summary>
    public static IReadOnlyList<string>? Of(Type type) => type.IsEnum ? Enum.GetNames(type) : type == typeof(Language) ? Language.Names : null;
}
