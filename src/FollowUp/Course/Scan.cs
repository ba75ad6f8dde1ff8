using System.Reflection;

namespace FollowUp.Course;

/// <summary>Finds the program's classes by their type, so that adding a file is all there is to adding a fact, a rule set or a report.</summary>
public static class Scan
{
    /// <summary>Every concrete class of this program that is a <typeparamref name="T"/>, by its full name.</summary>
    /// <param name="also">Another assembly to look in.</param>
    public static IReadOnlyList<Type> Types<T>(Assembly? also = null) => [.. new[] { typeof(Scan).Assembly, also ?? typeof(Scan).Assembly }.Distinct()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(T)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>One instance of every such class that needs no arguments.</summary>
    /// <param name="also">Another assembly to look in.</param>
    public static IReadOnlyList<T> For<T>(Assembly? also = null) => [.. Types<T>(also)
        .Where(type => type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (T)Activator.CreateInstance(type)!)];
}
