using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Correcting;

/// <summary>Somebody who is signed in stands for what was entered on a locked screen.</summary>
/// <param name="Entries">The ids of the entries.</param>
/// <param name="By">Who entered them, as far as is known: it may have been another than who was signed in.</param>
[Journaled("locked-confirmed", EventKind.Note)]
public sealed record LockedConfirmed(IReadOnlyList<Guid> Entries, string By) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Confirmed what was entered while locked ({(Entries.Count == 1 ? "1 entry" : $"{Entries.Count} entries")}). Entered by: {By}.";
}

/// <summary>What was entered while a screen was locked, and who stands for it.</summary>
public static class LockedEntries
{
    extension(Session session)
    {
        /// <summary>What was entered while locked and nobody has confirmed yet, by the time it happened. What was struck out needs nobody.</summary>
        public IReadOnlyList<JournalEntry> Unconfirmed
        {
            get
            {
                var confirmed = session.Of<LockedConfirmed>().SelectMany(one => one.What.Entries).ToHashSet();
                return [.. session.Told.Where(entry => entry.WhileLocked is not null && !confirmed.Contains(entry.EventId))];
            }
        }

        /// <summary>Stands for all that waits: an entry of its own. Refusals: LCK121 nothing waits, LCK122 not theirs, LCK123 say who it was.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> ConfirmLocked(Act act, string by) => session.Decide(
            act,
            new LockedConfirmed([.. session.Unconfirmed.Select(entry => entry.EventId)], by.Trim()),
            Unless(session.Unconfirmed.Count > 0, "LCK121", "Nothing that was entered while locked waits to be confirmed; look at the page again."),
            Unless(act.By.May(Right.ChartVitals) || act.By.May(Right.GiveRescue), "LCK122", "A nurse or a prescriber confirms what was entered while locked."),
            Unless(IsSaid(by), "LCK123", "Write who entered it, or that it is not known.", "by"));
    }
}
