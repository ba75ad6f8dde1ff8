using FollowUp.Course;
using FollowUp.Platform;

namespace FollowUp.Hormones.Pages;

/// <summary>A line of what was pasted; what its cells mean is <see cref="PastedResult"/>'s to say.</summary>
/// <param name="Row">The row as it was read.</param>
public sealed record PastedLine(TextRow Row)
{
    /// <summary>Its number, from 1.</summary>
    public int Number => Row.Number;

    /// <summary>The line as it was pasted.</summary>
    public string Text => Row.Text;

    /// <summary>Its cells.</summary>
    public IReadOnlyList<string> Cells => Row.Cells;

    /// <summary>Why its cells are not to be trusted; null when they are.</summary>
    public Finding? Broken => Row.Broken;

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Row.IsEmpty;

    /// <summary>Whether it is a row of headings: the first, with no digit where the value and the day would stand.</summary>
    public bool IsHeading => Number == 1 && !Cell(2).Any(char.IsAsciiDigit) && !Cell(4).Any(char.IsAsciiDigit);

    /// <summary>A cell; empty where the line has none.</summary>
    public string Cell(int at) => Row.Cell(at);

    /// <summary>Every line, also those that nobody can read.</summary>
    public static IEnumerable<PastedLine> Read(string text) => DelimitedText.Read(text).Select(row => new PastedLine(row));
}
