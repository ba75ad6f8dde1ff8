using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Recalls.Rules;

/// <summary>What a reminder says.</summary>
/// <remarks>
/// Nothing in it names the man, a diagnosis, an operation, a result, a drug or the clinic's speciality, whoever reads it over his
/// shoulder (domain 10, V93); the clinic's name is left out, for it may say as much.
/// </remarks>
/// <param name="Subject">The subject line.</param>
/// <param name="Body">The text.</param>
public sealed record ReminderText(string Subject, string Body)
{
    /// <summary>The reminder in a language, the same for every recall.</summary>
    /// <param name="language">The man's language.</param>
    /// <param name="telephone">The number he is asked to call; empty when the clinic has configured none.</param>
    public static ReminderText In(Language language, string telephone) => language switch
    {
        Language.En => new(
            "Reminder",
            $"""
            Hello,

            this is a reminder to call us about your planned check. Please ring {(telephone.Length == 0 ? "us" : telephone)} between 09:00 and 17:00.

            If you do not want any more messages, reply STOP.

            """),
        _ => new(
            "Hatırlatma",
            $"""
            Merhaba,

            planlanan kontrolünüz için lütfen 09:00-17:00 arası {(telephone.Length == 0 ? "bizi" : $"{telephone} numarasını")} arayın.

            Mesaj almak istemiyorsanız İPTAL yazarak yanıtlayın.

            """),
    };
}
