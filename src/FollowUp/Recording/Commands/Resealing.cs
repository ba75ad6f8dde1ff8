using System.Security.Cryptography;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Directory;

namespace FollowUp.Recording.Commands;

/// <summary>Seals the free text of a copied fact again, with the key of the record it goes to.</summary>
public static class Resealing
{
    /// <summary>The entry with its note and the reasons for its warnings sealed with another key.</summary>
    /// <param name="entry">The copy, its text still sealed with the first record's key.</param>
    /// <param name="from">The first record's key.</param>
    /// <param name="to">The key of the record it goes to.</param>
    /// <remarks>A text that one of them can't open or seal, for it was destroyed or the text damaged, stays as it is: one text stops no merge.</remarks>
    public static NewEntry Resealed(this NewEntry entry, PatientKey? from, PatientKey? to)
    {
        var fact = entry.Fact with
        {
            Note = Text(entry.Fact.Note, "note"),
            Warnings = entry.Fact.Warnings is { } warnings ? [.. warnings.Select(warning => warning with { Reason = Text(warning.Reason, warning.Code) })] : null,
        };
        if (fact is EntryCorrected correction && correction.Changes["note"]?.ToString() is { } changed && changed.StartsWith(SealedText.Prefix, StringComparison.Ordinal))
        {
            var changes = correction.Changes.DeepClone().AsObject();
            changes["note"] = Text(new SealedText(changed), "changes/note")!.CipherText;
            fact = correction with { Changes = changes };
        }

        return entry with { Fact = fact };

        SealedText? Text(SealedText? text, string field)
        {
            if (text is null || from is null || to is null)
            {
                return text;
            }

            try
            {
                return Envelope.Seal(from.Open(text), field, entry.Id, to);
            }
            catch (CryptographicException)
            {
                return text;
            }
        }
    }
}
