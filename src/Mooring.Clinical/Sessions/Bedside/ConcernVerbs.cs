using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Bedside;

/// <summary>What the patient said is wrong, and how long they waited for an answer.</summary>
/// <param name="Id">The entry that raised it.</param>
public sealed record Concern(Guid Id, ConcernRaised What, DateTimeOffset RaisedAt)
{
    /// <summary>Null while nobody answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public Actor? By { get; init; }

    public string? How { get; init; }

    public TimeSpan Waited(DateTimeOffset now) => (AnsweredAt ?? now) - RaisedAt;
}

/// <summary>The patient's concerns, and who answered.</summary>
public static class ConcernVerbs
{
    extension(Session session)
    {
        /// <summary>In the order they were raised.</summary>
        public IReadOnlyList<Concern> Concerns
        {
            get
            {
                var answers = session.Told.Where(entry => entry.What is ConcernAnswered).DistinctBy(entry => ((ConcernAnswered)entry.What).Concern)
                    .ToDictionary(entry => ((ConcernAnswered)entry.What).Concern);
                return
                [
                    .. session.Told.Where(entry => entry.What is ConcernRaised).Select(entry => new Concern(entry.EventId, (ConcernRaised)entry.What, entry.HappenedAt)
                    {
                        AnsweredAt = answers.GetValueOrDefault(entry.EventId)?.HappenedAt,
                        By = answers.GetValueOrDefault(entry.EventId)?.By,
                        How = (answers.GetValueOrDefault(entry.EventId)?.What as ConcernAnswered)?.How,
                    }),
                ];
            }
        }

        public Outcome<IReadOnlyList<SessionEvent>> RaiseConcern(Act act, ConcernRaised raised) => session.Decide(
            act,
            raised,
            session.UnlessOpen(),
            Unless(IsSaid(raised.Kind) && IsSaid(raised.Says), "SES244", "Say what it is about.", "kind"));

        public Outcome<IReadOnlyList<SessionEvent>> AnswerConcern(Act act, Guid concern, string how)
        {
            var raised = session.Concerns.FirstOrDefault(one => one.Id == concern);
            return session.Decide(
                act,
                new ConcernAnswered(concern, how),
                session.UnlessOpen(),
                Unless(raised is not null, "SES245", "There is no such concern in this session.", "concern"),
                Unless(raised?.AnsweredAt is null, "SES246", $"{raised?.By?.Name} answered it already.", "concern"),
                Unless(raised is null || act.HappenedAt >= raised.RaisedAt, "SES154", "It was answered before it was raised: look at the time.", "happenedAt"),
                Unless(IsSaid(how), "SES217", "Say what was done or said.", "how"));
        }
    }
}
