using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Limits;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Watching;

/// <summary>Somebody says that they saw a notice, and what they did.</summary>
public static class Acknowledging
{
    extension(Session session)
    {
        /// <param name="notice">As it is now; null when there is none of that name.</param>
        public Outcome<IReadOnlyList<SessionEvent>> Acknowledge(Act act, Notice? notice, string action) => session.Decide(
            act,
            new NoticeAcknowledged(notice?.Group ?? "", notice?.OpenedAt ?? default, notice?.Level ?? default, action),
            session.UnlessOpen(),
            Unless(notice is not null, "SES274", "That notice is no longer there."),
            Unless(act.By.May(Right.AcknowledgeNotices), "SES275", "A notice is acknowledged by a nurse or a prescriber, by name."),
            Unless(notice is not { IsAnswered: true }, "SES276", $"{(notice?.Answers is [.., var last] ? last.By.Name : "Somebody")} acknowledged it already."),
            Unless(IsSaid(action), "SES277", "Say what was done; “watched” is an answer, too.", "action"));
    }
}
