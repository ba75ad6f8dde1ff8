using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using FollowUp.Course;

namespace FollowUp.Interop.Files;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Utf8">Its bytes without the line end; null when it is too long.</param>
/// <param name="End">The position in the file after its line end, in bytes.</param>
public readonly record struct FileLine(long Number, byte[]? Utf8, long End)
{
    /// <summary>The refusal of a line that is too long.</summary>
    public static readonly Finding TooLong = Finding.Refusal(
        "TooLong", "line", null, $"The line is longer than {LineReader.LongestLine} bytes. A command is one object on one line.");

    /// <summary>Whether it contains only white space.</summary>
    public bool IsBlank => Utf8 is not null && !Utf8.AsSpan().ContainsAnyExcept(" \t\r"u8);
}

/// <summary>Reads lines one by one, with no more than the longest allowed line in memory.</summary>
public static class LineReader
{
    /// <summary>The longest line, in bytes: as long as a single request may be.</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>The lines of a stream of bytes; a line that is too long is skipped and returned without bytes.</summary>
    public static async IAsyncEnumerable<FileLine> ReadAsync(
        PipeReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long number = 0, end = 0, passedOver = 0;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } at)
            {
                var line = buffer.Slice(0, at);
                end += line.Length + 1;
                var tooLong = passedOver + line.Length > LongestLine;
                passedOver = 0;
                yield return new(++number, tooLong ? null : line.ToArray(), end);
                buffer = buffer.Slice(buffer.GetPosition(1, at));
            }

            if (read.IsCompleted)
            {
                if (buffer.Length + passedOver > 0)
                {
                    yield return new(++number, buffer.Length + passedOver > LongestLine ? null : buffer.ToArray(), end + buffer.Length);
                }

                reader.AdvanceTo(buffer.End);
                break;
            }

            if (buffer.Length > LongestLine || passedOver > 0)
            {
                passedOver += buffer.Length;
                end += buffer.Length;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }
}
