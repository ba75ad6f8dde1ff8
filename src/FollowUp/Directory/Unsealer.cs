using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FollowUp.Directory;

/// <summary>Opens the free text in a stored JSON document while it is answered, without reading the document into objects.</summary>
public static class Unsealer
{
    /// <summary>What stands in the place of a text whose key was destroyed.</summary>
    /// <remarks>Not null: for a warning's reason that means unconfirmed.</remarks>
    public const string Erased = "erased";

    // Letters of every script as they are; what could end a string or a tag is escaped.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static ReadOnlySpan<byte> Mark => "sealed:1:"u8;

    /// <summary>The JSON with every sealed string replaced by its plain text.</summary>
    /// <param name="json">One well-formed JSON value in UTF-8. The answer is this very buffer when nothing in it is sealed.</param>
    /// <param name="key">The man's key; null when it was destroyed, and every sealed text reads <see cref="Erased"/>.</param>
    /// <remarks>A string that looks sealed and does not open for this man is left as it is, so that one bad text hides no chart.</remarks>
    /// <exception cref="JsonException">The buffer is not well-formed JSON.</exception>
    public static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> json, PatientKey? key)
    {
        if (!HoldsSealedText(json.Span))
        {
            return json;
        }

        var opened = new ArrayBufferWriter<byte>(json.Length);
        var reader = new Utf8JsonReader(json.Span);
        var copied = 0;
        while (reader.Read())
        {
            var isSealed = reader.TokenType is JsonTokenType.String && reader.ValueSpan.StartsWith(Mark);
            if (!isSealed || Plain(reader.ValueSpan, key) is not { } plain)
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            opened.Write(json.Span[copied..start]);
            opened.Write("\""u8);
            opened.Write(plain.EncodedUtf8Bytes);
            opened.Write("\""u8);
            copied = (int)reader.BytesConsumed;
        }

        opened.Write(json.Span[copied..]);
        return opened.WrittenMemory;
    }

    /// <summary>Whether a JSON buffer may hold sealed text, so that the man's key is needed to answer it.</summary>
    public static bool HoldsSealedText(ReadOnlySpan<byte> json) => json.IndexOf(Mark) >= 0;

    private static JsonEncodedText? Plain(ReadOnlySpan<byte> cipherText, PatientKey? key) =>
        key is null
            ? JsonEncodedText.Encode(Erased, Encoder)
            : key.TryOpen(cipherText) is { } plain ? JsonEncodedText.Encode(plain, Encoder) : null;
}
