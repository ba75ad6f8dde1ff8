namespace FollowUp.AppTests.Reports;

/// <summary>A server of its own, whose projection meets no fact that it does not know.</summary>
public sealed class RowsFixture : AppFixture
{
    public override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["FollowUp:Clinics:42:Id"] = "rows",
        ["FollowUp:Clinics:42:Name"] = "Clinic whose rows are compared",
        ["FollowUp:Clinics:42:Synthetic"] = "true",
        ["FollowUp:Clinics:43:Id"] = "rebuilt",
        ["FollowUp:Clinics:43:Name"] = "Clinic whose rows are rebuilt",
        ["FollowUp:Clinics:43:Synthetic"] = "true",
        ["FollowUp:Clinics:44:Id"] = "upgraded",
        ["FollowUp:Clinics:44:Name"] = "Clinic whose rows are of another kind",
        ["FollowUp:Clinics:44:Synthetic"] = "true",
        ["FollowUp:Clinics:45:Id"] = "crowded",
        ["FollowUp:Clinics:45:Name"] = "Clinic of many men",
        ["FollowUp:Clinics:45:Synthetic"] = "true",
        ["FollowUp:Clinics:46:Id"] = "behind",
        ["FollowUp:Clinics:46:Name"] = "Clinic whose rows are behind",
        ["FollowUp:Clinics:46:Synthetic"] = "true",
    };
}
