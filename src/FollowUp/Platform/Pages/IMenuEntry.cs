using FollowUp.Course;

namespace FollowUp.Platform.Pages;

/// <summary>A page that stands in the menu. Found by scanning.</summary>
public interface IMenuEntry
{
    /// <summary>Its place.</summary>
    int Order { get; }

    /// <summary>The key of its name.</summary>
    string Name { get; }

    /// <summary>Its address.</summary>
    string Address { get; }

    /// <summary>Who may look.</summary>
    string Policy { get; }

    /// <summary>The address of the page it stands below; null in the menu itself.</summary>
    string? Below => null;
}

/// <summary>The pages of the menu, in their order.</summary>
public static class Menu
{
    private static readonly IReadOnlyList<IMenuEntry> All = [.. Scan.For<IMenuEntry>().OrderBy(entry => entry.Order)];

    /// <summary>Those that a viewer may look at; the first is their start page.</summary>
    public static IEnumerable<IMenuEntry> For(Viewer viewer) => All.Where(entry => entry.Below is null && viewer.May(entry.Policy));

    /// <summary>The page at an address and those below it, that a viewer may look at.</summary>
    public static IEnumerable<IMenuEntry> Below(string address, Viewer viewer) =>
        All.Where(entry => (entry.Address == address || entry.Below == address) && viewer.May(entry.Policy));
}
