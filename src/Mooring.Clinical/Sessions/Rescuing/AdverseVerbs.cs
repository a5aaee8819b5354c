using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>Adverse events, and how each stands by now.</summary>
public static class AdverseVerbs
{
    extension(Session session)
    {
        /// <summary>Adverse events recorded, corrections applied, each as it stood last.</summary>
        public IReadOnlyList<AdverseEventRecorded> AdverseEvents => [.. session.AdverseCases.Select(recorded => recorded.What)];

        /// <summary>The same, with the entry that recorded each and when it began.</summary>
        public IReadOnlyList<(Guid Id, DateTimeOffset At, AdverseEventRecorded What)> AdverseCases
        {
            get
            {
                var followed = session.Told.Where(entry => entry.What is AdverseEventFollowed).ToLookup(entry => ((AdverseEventFollowed)entry.What).Event);
                return [.. session.Told.Where(entry => entry.What is AdverseEventRecorded).Select(entry => (entry.EventId, entry.HappenedAt, AsItStands((AdverseEventRecorded)entry.What, followed[entry.EventId].LastOrDefault())))];
            }
        }

        /// <param name="recorded">Its term must be one of the catalogue's, which the desk looks up.</param>
        public Outcome<IReadOnlyList<SessionEvent>> RecordAdverseEvent(Act act, AdverseEventRecorded recorded) => session.Decide(
            act,
            recorded,
            session.UnlessOpen(),
            Unless(IsSaid(recorded.Term), "SES170", "Say what happened: choose a term.", "term"),
            Unless(recorded.Grade is >= 1 and <= 5, "SES171", "A grade goes from 1, mild, to 5, fatal.", "grade"),
            Unless(IsSaid(recorded.Action), "SES172", "Say what was done, if only \"observed\".", "action"));

        /// <summary>How an adverse event stands by now.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> FollowAdverseEvent(Act act, AdverseEventFollowed followed)
        {
            var recorded = session.Told.FirstOrDefault(entry => entry.EventId == followed.Event && entry.What is AdverseEventRecorded);
            return session.Decide(
                act,
                followed,
                session.UnlessOpen(),
                Unless(recorded is not null, "SES258", "There is no such adverse event in this session.", "event"),
                Unless(followed.Outcome != AdverseOutcome.Unknown, "SES259", "Say how it stands now.", "outcome"),
                Unless(recorded is null || act.HappenedAt >= recorded.HappenedAt, "SES269", "That was before it began: look at the time.", "happenedAt"));
        }
    }

    private static AdverseEventRecorded AsItStands(AdverseEventRecorded recorded, JournalEntry? followed)
    {
        if (followed?.What is not AdverseEventFollowed last)
            return recorded;
        var now = recorded with { Outcome = last.Outcome };
        return now with { EndedAt = now.IsOpen ? null : followed.HappenedAt };
    }
}
