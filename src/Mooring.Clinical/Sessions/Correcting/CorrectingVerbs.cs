using Mooring.Clinical.Sessions.Charting;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Correcting;

/// <summary>Corrections and addenda.</summary>
public static class CorrectingVerbs
{
    extension(Session session)
    {
        /// <summary>
        /// Strikes an entry, or puts something else in its place; the entry itself stays in the journal. Numbers are asked
        /// about as when they are charted.
        /// </summary>
        public Outcome<IReadOnlyList<SessionEvent>> Correct(Act act, Guid entry, SessionEvent? instead, string reason, DateTimeOffset? insteadAt = null)
        {
            var wrong = session.Journal.FirstOrDefault(kept => kept.EventId == entry);
            return session.Decide(
                act,
                new Corrected(entry, reason, instead, insteadAt),
                [
                    .. session.AgainstNumbers(act, instead),
                    Unless(wrong is not null, "SES204", "There is no such entry in this session.", "event"),
                    Unless(IsSaid(reason), "SES153", "Say why.", "reason"),
                    Unless(wrong is null || wrong.What is not SessionOpened || instead is SessionOpened, "SES208", "The opening of a session can not be struck out.", "event"),
                    Unless(instead is not SessionOpened || wrong?.What is SessionOpened, "SES207", "An opening takes the place of an opening only.", "instead"),
                    Unless(instead is not Corrected, "SES209", "Strike the first correction out, or correct the entry again.", "instead"),
                    Unless(insteadAt is null || insteadAt <= act.Now + session.Pack.Entry.FutureAllowed, "SES101", $"{insteadAt} is still to come: look at the time, or at this device's clock.", "insteadAt"),
                ]);
        }

        /// <summary>What is added after signature.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> AddAddendum(Act act, string text, string reason) => session.Decide(
            act,
            new AddendumAdded(text, reason),
            Unless(session.Phase == Phase.Signed, "SES211", "The record is still open; write a note."),
            Unless(IsSaid(text), "SES162", "The addendum is empty.", "text"),
            Unless(IsSaid(reason), "SES153", "Say why.", "reason"));
    }
}
