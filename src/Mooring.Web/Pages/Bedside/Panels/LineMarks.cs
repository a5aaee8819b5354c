using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Signing;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>What a line of the timeline and of the record says of how it was entered: signed, or on a locked screen.</summary>
internal static class LineMarks
{
    public static string Of(Session session, JournalEntry entry, Clinic clinic) => Signed(entry) + Locked(session, entry, clinic);

    // A time-out is the first person's entry, and the second's signature.
    private static string Signed(JournalEntry entry) => SignatureWords.Of(entry.Signature) is not { Length: > 0 } how ? ""
        : entry.What is TimeOut read ? $"; {read.VerifiedBy.Name}: {how.ToLowerInvariant()}"
        : $"; {how.ToLowerInvariant()}";

    private static string Locked(Session session, JournalEntry entry, Clinic clinic)
    {
        if (entry.WhileLocked is not { } screen)
            return "";
        var on = $"; entered while locked since {Words.Time(screen.Since, clinic)}, on {screen.Device}, last signed in: {entry.By.Name}";
        var stands = session.Told.LastOrDefault(one => one.What is LockedConfirmed confirmed && confirmed.Entries.Contains(entry.EventId));
        return stands is null ? $"{on}; not confirmed yet" : $"{on}; confirmed by {stands.By.Name}, entered by {((LockedConfirmed)stands.What).By}";
    }
}
