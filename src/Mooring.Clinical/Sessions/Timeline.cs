using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <summary>One line of the timeline.</summary>
/// <param name="Struck">Why the line counts no longer; null while it does.</param>
public sealed record TimelineLine(JournalEntry Entry, string Says, string? Struck)
{
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
                entry, Describe.What(entry.What, session.Pack), struck.TryGetValue(entry.EventId, out Corrected? by) ? by.Reason : null)),
        ];
    }
}
