using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Rescuing;

/// <summary>A medicine that was given on an order, and what came of it.</summary>
/// <param name="Id">The entry that gave it.</param>
public sealed record Rescue(Guid Id, RescueGiven What, DateTimeOffset At)
{
    /// <summary>The last word on its effect; null while nobody looked.</summary>
    public EffectAssessed? Effect { get; init; }

    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>When its effect is to be looked at.</summary>
    public DateTimeOffset? LookFrom => What.LookAfterMinutes is { } minutes ? At.AddMinutes(minutes) : null;
}

/// <summary>Oxygen and other medicines.</summary>
public static class RescueVerbs
{
    extension(Session session)
    {
        /// <summary>The oxygen that runs; null when none does.</summary>
        public OxygenSet? Oxygen => session.Told.LastOrDefault(entry => entry.What is OxygenSet or OxygenStopped)?.What as OxygenSet;

        public IReadOnlyList<Rescue> Rescues
        {
            get
            {
                var effects = session.Told.Where(entry => entry.What is EffectAssessed).ToLookup(entry => ((EffectAssessed)entry.What).Given);
                return
                [
                    .. session.Told.Where(entry => entry.What is RescueGiven).Select(entry => new Rescue(entry.EventId, (RescueGiven)entry.What, entry.HappenedAt)
                    {
                        Effect = effects[entry.EventId].LastOrDefault()?.What as EffectAssessed,
                        LookedAt = effects[entry.EventId].LastOrDefault()?.HappenedAt,
                    }),
                ];
            }
        }

        public Outcome<IReadOnlyList<SessionEvent>> SetOxygen(Act act, double litersPerMinute, string through) => session.Decide(
            act,
            new OxygenSet(litersPerMinute, through),
            session.UnlessOpen(),
            Unless(IsMore(litersPerMinute), "SES293", "A flow is more than nothing; to end it, stop it.", "flow"),
            Unless(IsSaid(through), "SES247", "Say through what.", "through"),
            Unless(session.Oxygen is not { } now || now.LitersPerMinute != litersPerMinute || now.Through != through, "SES248", "It runs like that already.", "flow"));

        public Outcome<IReadOnlyList<SessionEvent>> StopOxygen(Act act, string? reason = null) =>
            session.Decide(act, new OxygenStopped(reason), session.UnlessOpen(), Unless(session.Oxygen is not null, "SES249", "No oxygen runs."));

        /// <summary>Only on an order; one that was spoken is read back.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> GiveRescue(Act act, RescueGiven given) => session.Decide(
            act,
            given,
            session.UnlessOpen(),
            Unless(IsSaid(given.Medicine), "SES250", "Say which medicine.", "medicine"),
            Unless(IsSaid(given.Dose), "SES251", "Say how much, with the unit.", "dose"),
            Unless(IsSaid(given.Route), "SES252", "Say by which route.", "route"),
            Unless(IsSaid(given.For), "SES253", "Say what for.", "for"),
            Unless(IsSaid(given.Order.By), "SES254", "Say who ordered it.", "orderedBy"),
            Unless(given.Order.Way != OrderWay.Verbal || given.Order.ReadBack, "SES255", "A spoken order is read back before it is carried out.", "readBack"),
            Unless(given.Order.At <= act.HappenedAt, "SES256", "It was given before it was ordered: look at the times.", "orderedAt"));

        public Outcome<IReadOnlyList<SessionEvent>> AssessEffect(Act act, EffectAssessed effect)
        {
            var given = session.Rescues.FirstOrDefault(one => one.Id == effect.Given);
            return session.Decide(
                act,
                effect,
                session.UnlessOpen(),
                Unless(given is not null, "SES257", "There is no such medicine in this session.", "given"),
                Unless(given is null || act.HappenedAt >= given.At, "SES268", "That was before it was given: look at the time.", "happenedAt"));
        }
    }
}
