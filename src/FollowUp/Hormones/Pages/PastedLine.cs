using FollowUp.Course;
using FollowUp.Platform;

namespace FollowUp.Hormones.Pages;

/// <summary>A pasted line. <see cref="PastedResult"/> says what its cells mean.</summary>
/// <param name="Row">The row as it was read.</param>
public sealed record PastedLine(TextRow Row)
{
    /// <summary>Its number, from 1.</summary>
    public int Number => Row.Number;

    /// <summary>The line as it was pasted.</summary>
    public string Text => Row.Text;

    /// <summary>Its cells.</summary>
    public IReadOnlyList<string> Cells => Row.Cells;

    /// <summary>Why its cells cannot be read; null when they can.</summary>
    public Finding? Broken => Row.Broken;

    /// <summary>Whether it is empty.</summary>
    public bool IsEmpty => Row.IsEmpty;

    /// <summary>Whether it is a row of headings: the first line, with no digit in the cells for the value and the day.</summary>
    public bool IsHeading => Number == 1 && !Cell(2).Any(char.IsAsciiDigit) && !Cell(4).Any(char.IsAsciiDigit);

    /// <summary>A cell; empty when the line is too short.</summary>
    public string Cell(int at) => Row.Cell(at);

    /// <summary>Every line, also lines that cannot be read.</summary>
    public static IEnumerable<PastedLine> Read(string text) => DelimitedText.Read(text).Select(row => new PastedLine(row));
}
