using System.Globalization;

namespace FollowUp.RulesTests.Golden;

/// <summary>A row of a golden table. Columns are separated by semicolons and named in the first row; lines that begin with # are comments.</summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, string> _cells;
    private readonly string _line;

    private GoldenTable(string[] head, string line)
    {
        _line = line;
        _cells = head.Zip(line.Split(';', StringSplitOptions.TrimEntries)).ToDictionary(cell => cell.First, cell => cell.Second);
    }

    public string this[string column] => _cells[column];

    public static IEnumerable<GoldenTable> Rows(string file, string folder = "Hormones")
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, folder, file)).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var head = lines[0].Split(';', StringSplitOptions.TrimEntries);
        return lines.Skip(1).Select(line => new GoldenTable(head, line));
    }

    public string? Text(string column) => _cells[column] is { Length: > 0 } text ? text : null;

    public decimal? Number(string column) => Text(column) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public override string ToString() => _line;
}
