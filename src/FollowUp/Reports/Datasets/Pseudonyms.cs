using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Directory;
using NodaTime;

namespace FollowUp.Reports.Datasets;

/// <summary>A clinic's men as its datasets show them: a study id for each, and his dates moved by one number of days.</summary>
/// <remarks>
/// Both come from the man's id by a keyed hash, so they are the same in every dataset while the master key is, and cannot be turned
/// back without it. All dates of a man move alike: the days between them stay true, the calendar does not.
/// </remarks>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>The most that dates move either way, in days: half a year, so that seasons do not give a man away.</summary>
    public const int MostDays = 182;

    /// <summary>The pseudonyms of a clinic.</summary>
    public static Pseudonyms Of(MasterKeys keys, string clinicId) => new(keys.Pseudonyms(clinicId));

    /// <summary>His study id: 16 hexadecimal digits after an <c>S</c>, so that a spreadsheet does not take it for a number.</summary>
    public string StudyId(Guid patientId) => $"S{Convert.ToHexStringLower(Hash("study-id", patientId).AsSpan(0, 8))}";

    /// <summary>A day of his as it is shown, from -<see cref="MostDays"/> to +<see cref="MostDays"/> days away.</summary>
    public LocalDate Shifted(Guid patientId, LocalDate day) =>
        day.PlusDays((int)(BinaryPrimitives.ReadUInt32BigEndian(Hash("days", patientId)) % ((2 * MostDays) + 1)) - MostDays);

    private byte[] Hash(string purpose, Guid patientId) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}/{patientId:N}"));
}
