namespace Mooring.Clinical.Sessions.Correcting;

/// <summary>What counts after all corrections: the story of the session, by the time things happened.</summary>
internal static class Amendments
{
    public static IReadOnlyList<JournalEntry> Told(IReadOnlyList<JournalEntry> journal)
    {
        var struck = Struck(journal);
        return
        [
            .. journal
                .Where(entry => entry.What is not Corrected)
                .Select(entry => struck.TryGetValue(entry.EventId, out var correction) ? Amended(entry, correction) : entry)
                .OfType<JournalEntry>()
                .OrderBy(entry => entry.HappenedAt).ThenBy(entry => entry.EnteredAt).ThenBy(entry => entry.Seq),
        ];
    }

    /// <summary>Which events count no longer, and by which correction.</summary>
    public static IReadOnlyDictionary<Guid, Corrected> Struck(IReadOnlyList<JournalEntry> journal)
    {
        var struck = new Dictionary<Guid, Corrected>();

        // From the last entered to the first: the last word on an event decides, and so a correction that was itself
        // corrected is known to be void before it could strike anything.
        var corrections = journal.Where(entry => entry.What is Corrected).OrderByDescending(entry => entry.EnteredAt).ThenByDescending(entry => entry.Seq);
        foreach (var entry in corrections)
        {
            var counts = struck.TryGetValue(entry.EventId, out var later) ? later.Instead as Corrected : (Corrected)entry.What;
            if (counts is not null)
                struck.TryAdd(counts.Event, counts);
        }

        return struck;
    }

    private static JournalEntry? Amended(JournalEntry entry, Corrected correction) => correction.Instead is { } instead
        ? entry with { What = instead, HappenedAt = correction.InsteadAt ?? entry.HappenedAt }
        : null;
}
