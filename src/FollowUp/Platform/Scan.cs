namespace FollowUp.Platform;

/// <summary>Finds what the activities declare, so that adding a file is all there is to adding a thing.</summary>
public static class Scan
{
    /// <summary>One instance of every concrete class of this assembly that is a <typeparamref name="T"/> and needs no arguments.</summary>
    public static IReadOnlyList<T> For<T>() => [.. typeof(Scan).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(T)))
        .Where(type => type.GetConstructor(Type.EmptyTypes) is not null)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (T)Activator.CreateInstance(type)!)];
}
