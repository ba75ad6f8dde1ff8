namespace FollowUp.Course;

/// <summary>The answers derived from a course, each with the kinds of fact it was read from: it stays valid until a fact of one of them is recorded.</summary>
/// <remarks>
/// For each name and type of answer the one of the last key is kept. Two threads that derive the same answer at once both get a right one,
/// and the later of them is kept.
/// </remarks>
internal sealed class AnswerCache
{
    private readonly List<CachedAnswer> _answers = [];

    /// <summary>The answer of this name, type and key: the cached one, else a derived one, which is then cached.</summary>
    public CachedAnswer<TKey, TValue> Get<TKey, TValue>(PatientCourse course, TKey key, Func<PatientCourse, TKey, TValue> derive, string name)
        where TKey : IEquatable<TKey>
    {
        if (Find<TKey, TValue>(name) is { } cached && cached.Key.Equals(key))
        {
            return cached;
        }

        var reads = new FactKinds();
        var answer = new CachedAnswer<TKey, TValue>(name, reads, key, derive(course.Noting(reads), key));
        Store(answer);
        return answer;
    }

    /// <summary>The answers that stay valid when a fact of a kind is recorded or changed.</summary>
    public AnswerCache Without(FactKind changed)
    {
        var others = new AnswerCache();
        lock (_answers)
        {
            others._answers.AddRange(_answers.Where(answer => !answer.ReadFrom.Contains(changed)));
        }

        return others;
    }

    private CachedAnswer<TKey, TValue>? Find<TKey, TValue>(string name)
    {
        lock (_answers)
        {
            foreach (var answer in _answers)
            {
                if (answer is CachedAnswer<TKey, TValue> found && found.Name == name)
                {
                    return found;
                }
            }

            return null;
        }
    }

    private void Store<TKey, TValue>(CachedAnswer<TKey, TValue> answer)
    {
        lock (_answers)
        {
            var at = _answers.FindIndex(other => other is CachedAnswer<TKey, TValue> && other.Name == answer.Name);
            if (at < 0)
            {
                _answers.Add(answer);
            }
            else
            {
                _answers[at] = answer;
            }
        }
    }
}

/// <summary>An answer in the cache.</summary>
/// <param name="Name">Its name, which tells apart answers of the same types.</param>
/// <param name="ReadFrom">The kinds of fact it was read from.</param>
internal abstract record CachedAnswer(string Name, FactKinds ReadFrom);

/// <inheritdoc cref="CachedAnswer"/>
/// <param name="Name">Its name, which tells apart answers of the same types.</param>
/// <param name="ReadFrom">The kinds of fact it was read from.</param>
/// <param name="Key">What else it depends on.</param>
/// <param name="Value">The answer.</param>
internal sealed record CachedAnswer<TKey, TValue>(string Name, FactKinds ReadFrom, TKey Key, TValue Value) : CachedAnswer(Name, ReadFrom);
