namespace Mooring.Clinical.Sessions.Correcting;

/// <summary>One line of the timeline.</summary>
/// <param name="Struck">Why the line counts no longer; null while it does.</param>
public sealed record TimelineLine(JournalEntry Entry, string Says, string? Struck)
{
    /// <summary>
    /// The entry to correct when this line is wrong: itself, or what it has put something else in the place of. Null when
    /// there is nothing to correct.
    /// </summary>
    public Guid? Corrects => (Struck, Entry.What) switch
    {
        (not null, _) or (_, SessionOpened or Corrected { Instead: null or SessionOpened }) => null,
        (_, Corrected said) => said.Event,
        _ => Entry.EventId,
    };

    /// <summary>Entered later than it happened by more than the eye forgives is worth showing; the screen decides.</summary>
    public TimeSpan Late => Entry.ReceivedAt - Entry.HappenedAt;
}

/// <summary>The whole journal for people, corrected lines struck but readable.</summary>
public static class Timeline
{
    public static IReadOnlyList<TimelineLine> Of(Session session)
    {
        var struck = Amendments.Struck(session.Journal);
        return
        [
            .. session.Journal.OrderBy(entry => entry.HappenedAt).ThenBy(entry => entry.Seq).Select(entry => new TimelineLine(
                entry, Describe.What(entry.What, session.Pack), Struck(entry, struck))),
        ];
    }

    // Of several corrections of one entry only the last counts.
    private static string? Struck(JournalEntry entry, IReadOnlyDictionary<Guid, Corrected> struck) =>
        struck.TryGetValue(entry.EventId, out var by) ? by.Reason
        : entry.What is Corrected said && struck.TryGetValue(said.Event, out var last) && !ReferenceEquals(last, said) ? last.Reason
        : null;
}
