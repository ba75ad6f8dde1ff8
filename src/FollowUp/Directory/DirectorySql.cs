using FollowUp.Platform.Store;

namespace FollowUp.Directory;

/// <summary>The statements of our own on the patient directory; see <see cref="StoreSql"/>.</summary>
public static class DirectorySql
{
    /// <summary>The name of the directory's table after <see cref="StoreSql.Document"/>.</summary>
    public const string Alias = "patient_directory";

    /// <summary>The name of the master keys' table after <see cref="StoreSql.Document"/>.</summary>
    public const string SealsAlias = "master_key_seals";

    /// <summary>The directory's table.</summary>
    public const string Table = $"{StoreSql.Document}{Alias}";

    /// <summary>The table of the master keys' seals.</summary>
    public const string SealsTable = $"{StoreSql.Document}{SealsAlias}";

    /// <summary>Whether a table ($1) is there. It is asked of a database that is about to be migrated, of which Marten would make the table.</summary>
    public const string IsThere = "select to_regclass($1) is not null";

    /// <summary>The master keys that wrapped what is in the directory, of all clinics: before a migration, when Marten cannot read the documents yet.</summary>
    public const string WrappingKeys = $"select distinct data ->> 'masterKeyId' from {Table} where data ->> 'masterKeyId' is not null";

    /// <summary>
    /// The condition of a Marten query that a row's blind index holds all tokens of one of several criteria. The tokens are a column alone, not in the
    /// document, so LINQ does not see them.
    /// </summary>
    public static string HoldsTokensOfOneOf(int criteria) => $"({string.Join(" or ", Enumerable.Repeat("d.tokens @> ?", criteria))})";
}
