using System.Globalization;
using FollowUp.Platform.Figures;
using SkiaSharp;

namespace FollowUp.Reports.Writers;

/// <summary>The pages of a document, filled from the top: A4 landscape, with title and page number at the foot.</summary>
/// <param name="document">The document.</param>
/// <param name="title">The text at the foot.</param>
internal sealed class PdfPage(SKDocument document, string title) : IDisposable
{
    /// <summary>The width between the margins, in points.</summary>
    public const float TextWidth = Width - (2 * Margin);

    /// <summary>The height between the margins, in points.</summary>
    public const float TextHeight = Height - Margin - Foot;

    /// <summary>The size of notes, in points.</summary>
    public const float NoteSize = 7.5f;

    /// <summary>Between two blocks side by side, in points.</summary>
    public const float Gutter = 22;

    private const float Width = 842;

    private const float Height = 595;

    private const float Margin = 40;

    private const float Foot = 46;

    private const float TextSize = 9;

    private const float LineHeight = 1.35f;

    private readonly SKTypeface _regular = SKTypeface.FromFile(FigureImage.FontFile(bold: false));

    private readonly SKTypeface _bold = SKTypeface.FromFile(FigureImage.FontFile(bold: true));

    private readonly SKPaint _ink = new() { Color = new SKColor(0x22, 0x22, 0x22), IsAntialias = true };

    private readonly SKPaint _shade = new() { Color = new SKColor(0xF3, 0xF5, 0xF6) };

    private SKCanvas? _canvas;

    private float _top;

    private float _left = Margin;

    private float _width = TextWidth;

    private int _number;

    /// <summary>Leaves vertical space.</summary>
    public void Space(float height) => _top += height;

    /// <summary>Begins a new page unless this much height is left on the current one.</summary>
    public void Keep(float height)
    {
        if (_canvas is null || _top + height > Height - Foot)
        {
            Begin();
        }
    }

    /// <summary>The heading of a figure or table.</summary>
    public void Heading(string words)
    {
        Space(12);
        Paragraph(words, 11, bold: true);
        Space(3);
    }

    /// <summary>Words, broken into lines.</summary>
    public void Paragraph(string words, float size, bool bold = false)
    {
        using var font = Font(size, bold);
        foreach (var line in Lines(words, font, _width))
        {
            Keep(size * LineHeight);
            _top += size * LineHeight;
            Text(line, _left, _top, font);
        }
    }

    /// <summary>A line of the header: its label and its value.</summary>
    public void Pair(string name, string value)
    {
        using var font = Font(TextSize, bold: false);
        using var bold = Font(TextSize, bold: true);
        const float left = 110;
        foreach (var (line, at) in Lines(value, font, TextWidth - left).Select((line, at) => (line, at)))
        {
            Keep(TextSize * LineHeight);
            _top += TextSize * LineHeight;
            Text(at == 0 ? name : "", Margin, _top, bold);
            Text(line, Margin + left, _top, font);
        }
    }

    /// <summary>A drawing of some height.</summary>
    public void Draw(float height, Action<SKCanvas, float, float> draw)
    {
        draw(_canvas!, _left, _top);
        _top += height;
    }

    /// <summary>Two blocks side by side, each in half the width; what follows is below the higher one. Both must fit on the page.</summary>
    public void Beside(Action left, Action right)
    {
        var (top, half) = (_top, (TextWidth - Gutter) / 2);
        _width = half;
        left();
        var below = _top;
        (_top, _left) = (top, Margin + half + Gutter);
        right();
        (_top, _left, _width) = (Math.Max(below, _top), Margin, TextWidth);
    }

    /// <summary>A row of a table.</summary>
    /// <param name="cells">Its cells: the left and right edge, whether the text is aligned right, and its lines.</param>
    /// <param name="font">Their font.</param>
    /// <param name="shaded">Whether the row is shaded.</param>
    /// <param name="ruled">Whether there is a rule below it.</param>
    public void Row(IReadOnlyList<(float Left, float Right, bool ToTheRight, IReadOnlyList<string> Lines)> cells, SKFont font, bool shaded, bool ruled)
    {
        var lines = cells.Max(cell => cell.Lines.Count);
        var height = lines * font.Size * LineHeight;
        if (shaded)
        {
            _canvas!.DrawRect(Margin, _top + 1.5f, cells[^1].Right, height, _shade);
        }

        foreach (var cell in cells)
        {
            for (var line = 0; line < cell.Lines.Count; line++)
            {
                // Headings are aligned to the bottom of their row.
                var baseline = _top + ((line + 1 + (ruled ? lines - cell.Lines.Count : 0)) * font.Size * LineHeight);
                Text(cell.Lines[line], Margin + (cell.ToTheRight ? cell.Right - font.MeasureText(cell.Lines[line]) : cell.Left), baseline, font);
            }
        }

        _top += height;
        if (ruled)
        {
            _canvas!.DrawLine(Margin, _top + 2.5f, Margin + cells[^1].Right, _top + 2.5f, _ink);
            _top += 2;
        }
    }

    /// <summary>Whether this many lines still fit on the page.</summary>
    public bool Fits(int lines, SKFont font) => _top + (lines * font.Size * LineHeight) <= Height - Foot;

    /// <summary>Begins a new page.</summary>
    public void Begin()
    {
        End();
        _canvas = document.BeginPage(Width, Height);
        _top = Margin;
        _number++;
    }

    /// <summary>Ends the page.</summary>
    public void End()
    {
        if (_canvas is null)
        {
            return;
        }

        using var font = Font(NoteSize, bold: false);
        var number = _number.ToString(CultureInfo.InvariantCulture);
        Text(title, Margin, Height - 26, font);
        Text(number, Width - Margin - font.MeasureText(number), Height - 26, font);
        document.EndPage();
        _canvas = null;
    }

    /// <summary>A font that ships with the program.</summary>
    public SKFont Font(float size, bool bold) => new(bold ? _bold : _regular, size) { Subpixel = true, Hinting = SKFontHinting.None };

    /// <summary>Words broken into lines that are no wider than this; a longer word has a line of its own.</summary>
    public static IReadOnlyList<string> Lines(string words, SKFont font, float width)
    {
        List<string> lines = [];
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
            {
                lines[^1] = $"{lines[^1]} {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
        _ink.Dispose();
        _shade.Dispose();
    }

    private void Text(string words, float left, float baseline, SKFont font) => _canvas!.DrawText(words, left, baseline, font, _ink);
}
