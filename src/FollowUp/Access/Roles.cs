namespace FollowUp.Access;

/// <summary>The roles a sign-in may carry.</summary>
public static class Roles
{
    /// <summary>Records contacts and everything said in them.</summary>
    public const string Nurse = "nurse";

    /// <summary>Also grades, states deaths and losses, and lists what another rule set would change.</summary>
    public const string Clinician = "clinician";

    /// <summary>Sees reports and datasets; no single man's page and no identity.</summary>
    public const string Researcher = "researcher";

    /// <summary>Runs the installation and adopts rule sets for the clinic; no clinical data.</summary>
    public const string Administrator = "administrator";
}

/// <summary>What an address is guarded by: a signed-in user of a known clinic, with one of the named roles.</summary>
public static class Policies
{
    /// <summary>Reading and recording what nurses record.</summary>
    public const string Care = "care";

    /// <summary>What needs a clinician.</summary>
    public const string Clinical = "clinical";

    /// <summary>Reports and datasets.</summary>
    public const string Reports = "reports";

    /// <summary>Any report; each report says who may read it.</summary>
    public const string AnyReport = "any-report";

    /// <summary>Reports on the staff: how people work, and nothing of a man.</summary>
    public const string Staffing = "staffing";

    /// <summary>Running the installation.</summary>
    public const string Administration = "administration";

    /// <summary>What every role may see: it holds no man's data.</summary>
    public const string Everybody = "everybody";

    /// <summary>The roles of each policy.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> All = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Care] = [Roles.Nurse, Roles.Clinician],
        [Clinical] = [Roles.Clinician],
        [Reports] = [Roles.Nurse, Roles.Clinician, Roles.Researcher],
        [AnyReport] = [Roles.Nurse, Roles.Clinician, Roles.Researcher, Roles.Administrator],
        [Staffing] = [Roles.Clinician, Roles.Administrator],
        [Administration] = [Roles.Administrator],
        [Everybody] = [Roles.Nurse, Roles.Clinician, Roles.Researcher, Roles.Administrator],
    };
}
