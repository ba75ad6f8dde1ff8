using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.Reports.Testosterone;

/// <summary>
/// A percentage of the baseline in a short form: the number, or the code of the reason why there is none, or the bounds of a censored one with
/// its code. A row has a dozen of them, and a report reads every row.
/// </summary>
public sealed class PercentOfBaselineJson : JsonConverter<PercentOfBaseline>
{
    private const string AtLeast = "atLeast";

    private const string AtMost = "atMost";

    private const string Code = "code";

    /// <inheritdoc/>
    public override PercentOfBaseline Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return new(reader.GetDecimal(), null, null, null, null);
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            var only = reader.GetString()!;
            return PercentOfBaseline.Without(KindOf(only), only);
        }

        (decimal? least, decimal? most, string? code) = (null, null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case AtLeast:
                    least = reader.GetDecimal();
                    break;
                case AtMost:
                    most = reader.GetDecimal();
                    break;
                case Code:
                    code = reader.GetString();
                    break;
                default:
                    throw new JsonException($"A percentage of the baseline has no field '{name}'.");
            }
        }

        return new(null, least, most, code is null ? null : KindOf(code), code);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PercentOfBaseline value, JsonSerializerOptions options)
    {
        if (value is { Percent: { } percent, Code: null })
        {
            writer.WriteNumberValue(percent);
        }
        else if (value is { Percent: null, PercentAtLeast: null, PercentAtMost: null, Code: { } reason })
        {
            writer.WriteStringValue(reason);
        }
        else
        {
            writer.WriteStartObject();
            Bound(AtLeast, value.PercentAtLeast);
            Bound(AtMost, value.PercentAtMost);
            if (value.Code is { } code)
            {
                writer.WriteString(Code, code);
            }

            writer.WriteEndObject();
        }

        void Bound(string name, decimal? bound)
        {
            if (bound is { } percent)
            {
                writer.WriteNumber(name, percent);
            }
        }
    }

    // A code begins with the reason: "NotEligible:OnTherapy".
    private static NoRecovery KindOf(string code) => Enum.Parse<NoRecovery>(code.AsSpan(0, code.IndexOf(':') is var at and >= 0 ? at : code.Length));
}
