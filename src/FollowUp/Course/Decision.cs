using System.Text.Json.Serialization;
using NodaTime;

namespace FollowUp.Course;

/// <summary>What a decision needs to know besides the course; the clock and the directory are read at the edge.</summary>
/// <param name="Now">The instant of recording.</param>
/// <param name="Today">The clinic's date then.</param>
/// <param name="BirthDate">The man's birth date, from the directory; null when the decision was not given it.</param>
public sealed record DecisionContext(Instant Now, LocalDate Today, LocalDate? BirthDate = null)
{
    /// <summary>As the clinic asks questions on that date; null where no clinic decides.</summary>
    public Asked? Asked { get; init; }
}

/// <summary>What a decision says about a fact before it is stored: a refusal, a warning or a notice.</summary>
/// <param name="Code">A stable name for it, in PascalCase.</param>
/// <param name="Field">The field it is about, camelCase as sent.</param>
/// <param name="Value">The value sent, as text.</param>
/// <param name="Message">What is wrong and what to do, as a sentence.</param>
/// <param name="Refuses">True: the fact is not stored. False: it is stored once a person has confirmed it with a reason.</param>
public sealed record Finding(string Code, string Field, string? Value, string Message, bool Refuses)
{
    /// <summary>Who has to confirm it, when it does not refuse.</summary>
    [JsonIgnore]
    public Asking Asks { get; init; }

    /// <summary>A reason not to store the fact.</summary>
    public static Finding Refusal(string code, string field, object? value, string message) =>
        new(code, field, Text(value), message, Refuses: true);

    /// <summary>A soft warning: stored when confirmed with a reason.</summary>
    public static Finding Warning(string code, string field, object? value, string message) =>
        new(code, field, Text(value), message, Refuses: false);

    /// <summary>A notice: the fact is stored with it at every door, and nobody has to give a reason (R83).</summary>
    public static Finding Notice(string code, string field, object? value, string message) =>
        Warning(code, field, value, message) with { Asks = Asking.Nobody };

    private static string? Text(object? value) => value switch
    {
        LocalDate day => NodaTime.Text.LocalDatePattern.Iso.Format(day),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}

/// <summary>Who has to confirm a finding that does not refuse, before the fact is stored.</summary>
public enum Asking
{
    /// <summary>Every sender but a file, which stores it unconfirmed.</summary>
    EverySender,

    /// <summary>A person at a page. A program cannot say what only a person knows: what it sends is stored unconfirmed, and listed (R80, R81).</summary>
    Persons,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>A check of one kind of fact against the course before it is stored. Found by scanning.</summary>
/// <typeparam name="TFact">The kind of fact.</typeparam>
public interface ICheck<in TFact>
    where TFact : Fact
{
    /// <summary>All findings at once; none when the fact may be stored as it is.</summary>
    /// <param name="fact">The fact to be stored, corrected when it is a correction that is judged (R04).</param>
    /// <param name="course">The course without the fact.</param>
    /// <param name="context">The clock and the birth date.</param>
    IEnumerable<Finding> Check(TFact fact, PatientCourse course, DecisionContext context);
}

/// <summary>A fact whose check needs the man's birth date from the directory.</summary>
public interface INeedsBirthDate;
