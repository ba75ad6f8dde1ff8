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
}

/// <summary>The pages of the menu, in their order.</summary>
public static class Menu
{
    private static readonly IReadOnlyList<IMenuEntry> All = [.. Scan.For<IMenuEntry>().OrderBy(entry => entry.Order)];

    /// <summary>Those that a viewer may look at; the first is where he begins.</summary>
    public static IEnumerable<IMenuEntry> For(Viewer viewer) => All.Where(entry => viewer.May(entry.Policy));
}
