using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Directory;
using NodaTime;

namespace FollowUp.Reports.Datasets;

/// <summary>The pseudonyms of a clinic's men in its datasets: each has a study id, and all his dates are moved by one number of days.</summary>
/// <remarks>
/// Both come from the man's id by a keyed hash, so they are the same in every dataset as long as the master key is, and cannot be reversed without
/// it. The days between a man's dates stay true; the calendar dates do not.
/// </remarks>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>The most days that dates move either way: half a year, so that the season does not identify a man.</summary>
    public const int MostDays = 182;

    /// <summary>The pseudonyms of a clinic.</summary>
    public static Pseudonyms Of(MasterKeys keys, string clinicId) => new(keys.Pseudonyms(clinicId));

    /// <summary>His study id: an <c>S</c>, so that a spreadsheet does not take it for a number, and 16 hexadecimal digits.</summary>
    public string StudyId(Guid patientId) => $"S{Convert.ToHexStringLower(Hash("study-id", patientId).AsSpan(0, 8))}";

    /// <summary>One of his days as a dataset shows it, moved by -<see cref="MostDays"/> to +<see cref="MostDays"/> days.</summary>
    public LocalDate Shifted(Guid patientId, LocalDate day) =>
        day.PlusDays((int)(BinaryPrimitives.ReadUInt32BigEndian(Hash("days", patientId)) % ((2 * MostDays) + 1)) - MostDays);

    private byte[] Hash(string purpose, Guid patientId) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}/{patientId:N}"));
}
