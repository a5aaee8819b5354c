using Mooring.Clinical.Sessions.Limits;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>When the patient may leave, and leaving.</summary>
public static class DischargeVerbs
{
    extension(Session session)
    {
        /// <summary>When the minimum stay is over; null while dosing is not.</summary>
        public DateTimeOffset? EarliestDischarge => session.Phase < Phase.Recovering ? null : session.DosingEndedAt + session.LeastStay;

        /// <summary>Those whom the screening says so of are kept longer: an older patient, a moderate liver disease.</summary>
        public bool IsKeptLonger => session.Pack.Discharge.Stay.Longer is { } longer && session.Plan.Flags.Contains(longer.With);

        /// <summary>Nobody takes the patient home before the minimum stay is over; a prescriber may, who may shorten it.</summary>
        public bool MayHandOver(Actor by, DateTimeOffset at) => at >= session.EarliestDischarge || (by.May(Right.Waive) && session.Pack.Discharge.Stay.MayBeWaived);

        /// <summary>The phase at this hour: recovering becomes dischargeable when nothing stands in the way.</summary>
        public Phase PhaseAt(DateTimeOffset now) => session.Phase == Phase.Recovering && session.InTheWay(now).Count == 0 ? Phase.Dischargeable : session.Phase;

        /// <summary>Everything that still stands in the way of leaving, with what was waived taken out.</summary>
        public IReadOnlyList<Refusal> InTheWay(DateTimeOffset now, params IReadOnlyList<Waiver> waivers) =>
        [
            .. session.EarliestDischarge is { } earliest && now < earliest && !session.Waives(waivers, Waiver.MinimumStay)
                ? [new Refusal("SES180", Sentence.Of(session.IsKeptLonger ? "The minimum stay ends at {earliest}, longer because of what the screening found (age, liver)." : "The minimum stay ends at {earliest}.", ("earliest", earliest)), Waiver.MinimumStay)]
                : Array.Empty<Refusal>(),
            .. session.Pack.Discharge.Criteria
                .Where(criterion => !session.Waives(waivers, criterion.Id) && (!session.Criteria.TryGetValue(criterion.Id, out var answer) || answer.Met != Finding.Met))
                .Select(criterion => new Refusal("SES181", $"{(session.Criteria.ContainsKey(criterion.Id) ? "Not met" : "Not answered")}: {criterion.Label}", criterion.Id)),
            .. session.Pack.Discharge.Criteria
                .Where(criterion => !session.Waives(waivers, criterion.Id) && session.Criteria.TryGetValue(criterion.Id, out var answer) && answer.Met == Finding.Met)
                .SelectMany(criterion => session.Against(criterion, now)),
            .. session.NobodyLetsGo(now) is { } tooHigh ? [tooHigh] : Array.Empty<Refusal>(),
            .. session.Escort is null ? [new Refusal("SES182", "No escort has taken over yet.", "escort")] : Array.Empty<Refusal>(),
            .. session.Instructions.Any(given => given.ToPatient) && session.Instructions.Any(given => given.ToEscort)
                ? Array.Empty<Refusal>()
                : [new Refusal("SES183", "Instructions go to the patient and to the escort.", "instructions")],
        ];

        /// <summary>Refused until nothing stands in the way; a prescriber may waive what the pack allows, with reasons.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> Discharge(Act act, params IReadOnlyList<Waiver> waivers) => session.Decide(
            act,
            new Discharged(waivers),
            [
                session.UnlessRecovering(),
                Unless(act.By.IsOneOf(session.Pack.Discharge.By), "SES187", $"The patient is let go by: {string.Join(", ", session.Pack.Discharge.By)}."),
                Unless(waivers.Count == 0 || act.By.May(Right.Waive), "SES188", "Only a prescriber may waive anything.", "waivers"),
                .. waivers.Where(waiver => !IsSaid(waiver.Reason)).Select(waiver => new Refusal("SES169", "Say why it is waived.", waiver.Item)),
                .. waivers.Where(waiver => !session.MayBeWaived(waiver.Item)).Select(waiver => new Refusal("SES189", "This can not be waived by anybody.", waiver.Item)),
                .. session.Phase == Phase.Recovering ? session.InTheWay(act.HappenedAt, waivers) : [],
            ]);

        /// <summary>
        /// The patient leaves although something stands in the way, and against what they were told. It is never a discharge that
        /// was met or waived: the record says who told them what, and what was open, in the clinic's time.
        /// </summary>
        public Outcome<IReadOnlyList<SessionEvent>> LeaveAgainstAdvice(Act act, string reason, string told, SentencePrinter print) => session.Decide(
            act,
            new Discharged([]) { AgainstAdvice = new(reason, told, [.. session.InTheWay(act.HappenedAt).Select(refusal => print.Print(refusal.Sentence))]) },
            session.UnlessRecovering(),
            Unless(act.By.IsOneOf(session.Pack.Discharge.By), "SES297", $"Recorded by: {string.Join(", ", session.Pack.Discharge.By)}."),
            Unless(IsSaid(reason), "SES205", "Write why the patient leaves, in their words.", "reason"),
            Unless(IsSaid(told), "SES294", "Write what the patient and the escort were told.", "told"));

        private bool Waives(IReadOnlyList<Waiver> waivers, string item) => session.MayBeWaived(item) && waivers.Any(waiver => waiver.Item == item && IsSaid(waiver.Reason));

        private bool MayBeWaived(string item) => item == Waiver.MinimumStay ? session.Pack.Discharge.Stay.MayBeWaived : session.Pack.CriterionOf(item)?.MayBeWaived ?? false;

        private TimeSpan LeastStay
        {
            get
            {
                var stay = session.WasCritical ? session.Pack.Discharge.Stay.AfterCritical : session.Pack.Discharge.Stay.For;
                return session.IsKeptLonger && session.Pack.Discharge.Stay.Longer!.For > stay ? session.Pack.Discharge.Stay.Longer.For : stay;
            }
        }
    }
}
