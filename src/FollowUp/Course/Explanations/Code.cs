using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Course.Explanations;

/// <summary>A code in an explanation: a member of one of the rules' enums. Its text is <c>{Set}.{Name}</c>, an outcome's excepted.</summary>
/// <param name="Set">The enum's name.</param>
/// <param name="Name">The member's name, which is what is sent.</param>
[JsonConverter(typeof(CodeConverter))]
public readonly record struct Code(string Set, string Name)
{
    /// <summary>The code of an enum's member.</summary>
    public static Code From(Enum member) => new(member.GetType().Name, member.ToString());

    /// <summary>The code of an enum's member.</summary>
    public static implicit operator Code(Enum member) => From(member);

    private sealed class CodeConverter : JsonConverter<Code>
    {
        public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("Explanations are answered, never sent.");

        public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}
