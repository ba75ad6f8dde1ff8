namespace FollowUp.Patients.Rules;

/// <summary>The kinds of fact that something derived was read from: a fact of another kind leaves it as it is.</summary>
internal sealed class DependsOn
{
    private readonly HashSet<Type> _kinds = [];
    private bool _everything;

    /// <summary>It was read from the facts of a kind.</summary>
    public void Kind(Type kind) => _kinds.Add(kind);

    /// <summary>It was read from all there is.</summary>
    public void Everything() => _everything = true;

    /// <summary>It was read from something that was read from these.</summary>
    public void All(DependsOn others)
    {
        _everything |= others._everything;
        _kinds.UnionWith(others._kinds);
    }

    /// <summary>Whether a fact of this kind, or a change to one, may change it.</summary>
    public bool Includes(Type kind) => _everything || _kinds.Contains(kind);
}
