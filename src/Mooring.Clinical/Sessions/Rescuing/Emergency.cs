namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>One emergency of a session.</summary>
/// <param name="Id">The id of the entry that opened it.</param>
public sealed record Emergency(Guid Id, DateTimeOffset OpenedAt)
{
    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The entry that closed it.</summary>
    public Guid? ClosedBy { get; init; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Actions { get; init; } = [];

    /// <summary>Null until somebody wrote down what it was.</summary>
    public EmergencyReviewed? Review { get; init; }

    /// <summary>It is over, and nobody wrote down yet what it was.</summary>
    public bool AwaitsReview => ClosedAt is not null && Review is null;

    /// <summary>The card that was used last; null when none was.</summary>
    public string? Card => Actions.Select(entry => ((EmergencyAction)entry.What).Card).LastOrDefault(card => card is not null);

    internal static IReadOnlyList<Emergency> In(IReadOnlyList<JournalEntry> told)
    {
        List<Emergency> all = [];
        foreach (var entry in told)
        {
            var last = all.LastOrDefault();
            if (entry.What is EmergencyOpened && last is null or { ClosedAt: not null })
                all.Add(new(entry.EventId, entry.HappenedAt));
            else if (last is not null)
                all[^1] = last.And(entry);
        }

        // By id, not by time: it is written afterwards, and perhaps after another one.
        var reviews = told.Select(entry => entry.What).OfType<EmergencyReviewed>().ToLookup(review => review.Emergency);
        return [.. all.Select(emergency => emergency with { Review = reviews[emergency.Id].LastOrDefault() })];
    }

    private Emergency And(JournalEntry entry) => entry.What switch
    {
        EmergencyAction => this with { Actions = [.. Actions, entry] },
        EmergencyClosed when ClosedAt is null => this with { ClosedAt = entry.HappenedAt, ClosedBy = entry.EventId },
        _ => this,
    };
}
