using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>The journal as lines, the newest first.</summary>
internal static class TimelineViews
{
    public static IReadOnlyList<LineView> Of(Session session, Clinic clinic) =>
        FoldedChecks.Of([.. Timeline.Of(session).Reverse().Select(line => (line, View(session, line, clinic)))]);

    private static LineView View(Session session, TimelineLine line, Clinic clinic)
    {
        var entry = line.Entry;
        var entered = Words.Time(entry.EnteredAt, clinic);
        var happened = Words.Time(entry.HappenedAt, clinic);
        return new(
            entry.HappenedAt,
            happened,
            EventTraits.Of(entry.What).Kind.ToString().ToLowerInvariant(),
            line.Says,
            $"{entry.By.Name}, {Words.Of(entry.By)}{(entered == happened ? "" : $", entered {entered}")}{Sent(entry)}{LineMarks.Of(session, entry, clinic)}",
            line.Struck,
            line.Corrects is { } wrong ? $"/sessions/{session.Id}/correct/{wrong}" : null);
    }

    // Written where there was no network: it stands where it happened, and says when it came.
    private static string Sent(JournalEntry entry) => (entry.ReceivedAt - entry.EnteredAt) is var late && late >= TimeSpan.FromMinutes(1)
        ? $", sent {Words.Span(late)} later"
        : "";
}
