namespace FollowUp.AppTests.Reports;

/// <summary>A server of its own, whose projection meets no fact that it does not know.</summary>
public sealed class RowsFixture : AppFixture
{
    protected override IReadOnlyList<TestClinic> Clinics { get; } =
    [
        .. DefaultClinics,
        new("rows", "Clinic whose rows are compared") { Synthetic = true },
        new("rebuilt", "Clinic whose rows are rebuilt") { Synthetic = true },
        new("upgraded", "Clinic whose rows are of another kind") { Synthetic = true },
        new("crowded", "Clinic of many men") { Synthetic = true },
        new("behind", "Clinic whose rows are behind") { Synthetic = true },
    ];
}
