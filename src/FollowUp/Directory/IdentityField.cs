namespace FollowUp.Directory;

/// <summary>A field a man can be found by.</summary>
/// <remarks>The names are part of the index keys: a renamed one finds nothing that was written before.</remarks>
public enum IdentityField
{
    /// <summary>His given and family names.</summary>
    Name,

    /// <summary>The clinic's record number.</summary>
    RecordNumber,

    /// <summary>His national identity number.</summary>
    NationalNumber,

    /// <summary>The day he was born.</summary>
    BirthDate,

    /// <summary>A telephone number of his.</summary>
    Telephone,

    /// <summary>His e-mail address.</summary>
    Email,

    /// <summary>The name of a contact person.</summary>
    ContactPersonName,

    /// <summary>The telephone number of a contact person.</summary>
    ContactPersonTelephone,
}
