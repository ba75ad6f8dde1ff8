using ScottPlot;

namespace FollowUp.Platform.Figures;

/// <summary>A figure: what it shows, and how the charting library is told to show it.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Notes">What a reader must know to read it right.</param>
public abstract record Figure(string Key, string Title, IReadOnlyList<string> Notes)
{
    /// <summary>Its width in pixels, and in points on paper.</summary>
    public virtual int Width => 760;

    /// <summary>Its height in pixels, and in points on paper.</summary>
    public virtual int Height => 400;

    /// <summary>Whether there is anything to show.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Puts what it shows on an empty plot.</summary>
    public abstract void Draw(Plot plot);
}

/// <summary>The colours of all figures: told apart also by men who see red and green alike, and on grey paper (Okabe and Ito).</summary>
internal static class FigureColors
{
    public static readonly Color Ink = Color.FromHex("#222222");

    public static readonly Color Faint = Color.FromHex("#B8C4CC");

    private static readonly Color[] Colors =
        [.. new[] { "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#999999", "#5B4A8A", "#7A5C2E" }.Select(Color.FromHex)];

    public static Color Of(int index) => Colors[index % Colors.Length];
}
