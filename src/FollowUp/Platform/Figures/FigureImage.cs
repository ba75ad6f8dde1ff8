using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace FollowUp.Platform.Figures;

/// <summary>Figures as pictures: the same figure gives the same bytes, in whatever process, culture and order.</summary>
public static partial class FigureImage
{
    /// <summary>The family of the fonts that ship with the program.</summary>
    public const string FontFamily = "Noto Sans";

    /// <summary>How many dots of a bitmap make a pixel of the figure, so that it prints sharp.</summary>
    public const int BitmapScale = 2;

    static FigureImage()
    {
        ScottPlot.Fonts.AddFontFile(FontFamily, FontFile(bold: false), bold: false, italic: false);
        ScottPlot.Fonts.AddFontFile(FontFamily, FontFile(bold: true), bold: true, italic: false);
        ScottPlot.Fonts.Default = FontFamily;
    }

    /// <summary>The file of a font that ships with the program.</summary>
    public static string FontFile(bool bold) =>
        Path.Combine(AppContext.BaseDirectory, "Platform", "Figures", "Fonts", bold ? "NotoSans-Bold.ttf" : "NotoSans-Regular.ttf");

    /// <summary>The figure as SVG, which may stand in a page beside others.</summary>
    public static string Svg(Figure figure)
    {
        using var plot = PlotOf(figure);
        var svg = Invariantly(() => plot.GetSvgHtml(figure.Width, figure.Height));
        svg = svg[svg.IndexOf("<svg", StringComparison.Ordinal)..];

        // The library numbers clips over the whole process, so that a second rendering would have others.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        svg = ClipId().Replace(svg, match =>
        {
            numbers.TryAdd(match.Value, numbers.Count + 1);
            return string.Create(CultureInfo.InvariantCulture, $"{figure.Key}-clip-{numbers[match.Value]}");
        });
        return svg.ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>The figure within a page: drawn from the page's own answer, where an address of its own would work it all out again.</summary>
    public static string DataAddress(Figure figure) => $"data:image/svg+xml;base64,{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Svg(figure)))}";

    /// <summary>The figure as PNG.</summary>
    public static byte[] Png(Figure figure)
    {
        using var plot = PlotOf(figure);
        plot.ScaleFactor = BitmapScale;
        return Invariantly(() => plot.GetImage(figure.Width * BitmapScale, figure.Height * BitmapScale).GetImageBytes(ImageFormat.Png));
    }

    /// <summary>Draws the figure on a page, as vectors, with its upper left corner at a point.</summary>
    public static void Draw(Figure figure, SKCanvas canvas, float left, float top, float scale)
    {
        using var plot = PlotOf(figure);
        canvas.Save();
        canvas.Translate(left, top);
        canvas.Scale(scale);
        Invariantly(() =>
        {
            plot.Render(canvas, new PixelRect(0, figure.Width, figure.Height, 0));
            return true;
        });
        canvas.Restore();
    }

    private static Plot PlotOf(Figure figure)
    {
        var plot = new Plot();
        plot.Font.Set(FontFamily);
        figure.Draw(plot);
        return plot;
    }

    // The library writes the numbers of its axes in the culture of the thread.
    private static T Invariantly<T>(Func<T> render)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return render();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [GeneratedRegex("(?<=[\"#])cl_[0-9a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ClipId();
}
