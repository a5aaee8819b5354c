using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Bedside;

/// <summary>The cannula: placed, looked at, in trouble, taken out.</summary>
public static class LineVerbs
{
    extension(Session session)
    {
        /// <summary>The cannula that is in; null when none is.</summary>
        public AccessPlaced? Access => session.Told.LastOrDefault(entry => entry.What is AccessPlaced or AccessRemoved)?.What as AccessPlaced;

        public Outcome<IReadOnlyList<SessionEvent>> PlaceAccess(Act act, string site, string? gauge = null, int attempts = 1) => session.Decide(
            act,
            new AccessPlaced(site, gauge, attempts),
            session.UnlessOpen(),
            Unless(IsSaid(site), "SES166", "Say where.", "site"),
            Unless(attempts >= 1, "SES220", "It took one attempt at least.", "attempts"));

        public Outcome<IReadOnlyList<SessionEvent>> CheckAccess(Act act, string? note = null) =>
            session.Decide(act, new AccessChecked(note), session.UnlessOpen(), session.UnlessAccess());

        public Outcome<IReadOnlyList<SessionEvent>> ComplicateAccess(Act act, AccessComplicated trouble) => session.Decide(
            act,
            trouble,
            session.UnlessOpen(),
            session.UnlessAccess(),
            Unless(IsSaid(trouble.Kind), "SES216", "Say what is wrong with the site.", "kind"),
            Unless(IsSaid(trouble.Action), "SES218", "Say what was done.", "action"));

        public Outcome<IReadOnlyList<SessionEvent>> RemoveAccess(Act act, bool siteWell, string? note = null) => session.Decide(
            act,
            new AccessRemoved(siteWell, note),
            session.UnlessOpen(),
            session.UnlessAccess(),
            Unless(siteWell || IsSaid(note), "SES222", "Say what was seen at the site.", "note"),
            Unless(session.Plan.Route != DoseRoute.Iv || session.Infusion is null or { StoppedAt: not null } or { PausedSince: not null }, "SES223", "The infusion runs through it; pause or end it first."));

        private Refusal? UnlessAccess() => Unless(session.Access is not null, "SES221", "No access is recorded as placed.");
    }
}
