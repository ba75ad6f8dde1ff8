using FollowUp.Access;
using FollowUp.Course;

namespace FollowUp.Guidelines;

/// <summary>A clinic adopted a guideline. It stands in the clinic's own stream; the event says when and who.</summary>
public interface IAdopted
{
    /// <summary>Its kind.</summary>
    GuidelineKind Kind { get; }

    /// <summary>The one in force before.</summary>
    string From { get; }

    /// <summary>The one adopted.</summary>
    string Guideline { get; }

    /// <summary>How many men were looked at.</summary>
    int Men { get; }

    /// <summary>How many of them have another flag or recall under it.</summary>
    int Changing { get; }
}

/// <summary>A clinic adopted a rule set.</summary>
/// <param name="From">The rule set in force before.</param>
/// <param name="RuleSet">The rule set adopted.</param>
/// <param name="Men">How many men were looked at.</param>
/// <param name="Changing">How many of them have another flag or recall under it.</param>
public sealed record RuleSetAdopted(string From, string RuleSet, int Men, int Changing) : IAdopted
{
    GuidelineKind IAdopted.Kind => GuidelineKind.RuleSet;

    string IAdopted.Guideline => RuleSet;
}

/// <summary>A clinic adopted a recall protocol.</summary>
/// <param name="From">The protocol in force before.</param>
/// <param name="Protocol">The protocol adopted.</param>
/// <param name="Men">How many men were looked at.</param>
/// <param name="Changing">How many of them have another recall under it.</param>
public sealed record ProtocolAdopted(string From, string Protocol, int Men, int Changing) : IAdopted
{
    GuidelineKind IAdopted.Kind => GuidelineKind.Protocol;

    string IAdopted.Guideline => Protocol;
}

/// <summary>A clinic chose when it writes to men and when it is closed: the whole of its settings from then on.</summary>
/// <param name="Settings">The settings.</param>
public sealed record ClinicSettingsChanged(ClinicSettings Settings);
