using Mooring.Clinical.Sessions.Dosing;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>From the end of dosing to the hand of the escort.</summary>
public static class RecoveryVerbs
{
    extension(Session session)
    {
        /// <summary>The last answer to each discharge criterion.</summary>
        public IReadOnlyDictionary<string, DischargeCriterionAnswered> Criteria =>
            session.Of<DischargeCriterionAnswered>().GroupBy(answer => answer.What.Item).ToDictionary(answers => answers.Key, answers => answers.Last().What);

        public EscortHandedOver? Escort => session.Last<EscortHandedOver>()?.What as EscortHandedOver;

        public IReadOnlyList<InstructionsGiven> Instructions => [.. session.Of<InstructionsGiven>().Select(given => given.What)];

        /// <summary>Injections or devices are done; for an infusion, stopping it says so.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> StartRecovery(Act act) => session.Decide(
            act,
            new RecoveryStarted(),
            session.UnlessOpen(),
            Unless(session.Phase is Phase.Dosing or Phase.Paused or Phase.Arriving or Phase.Signed, "SES155", "No dosing is going on."),
            Unless(session.Infusion is null or { StoppedAt: not null }, "SES156", "The infusion still runs; stop it first."),
            Unless(session.Hold is null or { EndedAt: not null }, "SES227", "The lozenge is still held; say first what became of it."));

        public Outcome<IReadOnlyList<SessionEvent>> AnswerCriterion(Act act, string item, Finding met, string? value = null, string? note = null)
        {
            var criterion = session.Pack.CriterionOf(item);
            return session.Decide(
                act,
                new DischargeCriterionAnswered(item, met, value, note),
                [
                    session.UnlessRecovering(),
                    Unless(criterion is not null, "SES114", $"'{item}' is no discharge criterion here.", "item"),
                    Unless(criterion?.AsksFor is null || met != Finding.Met || IsSaid(value), "SES113", $"Write down: {criterion?.AsksFor}.", "value"),
                    .. criterion is not null && met == Finding.Met ? session.Against(criterion, act.HappenedAt) : [],
                ]);
        }

        public Outcome<IReadOnlyList<SessionEvent>> HandOver(Act act, EscortHandedOver escort) => session.Decide(
            act,
            escort,
            session.UnlessRecovering(),
            Unless(session.Phase != Phase.Recovering || session.MayHandOver(act.By, act.HappenedAt), "SES284", Sentence.Of("The minimum stay ends at {earliest}; nobody is handed over before.", ("earliest", session.EarliestDischarge ?? act.HappenedAt)), "escort"),
            Unless(IsSaid(escort.Name) && IsSaid(escort.Relationship) && IsSaid(escort.Phone), "SES184", "Write down the escort's name, relationship and phone.", "escort"),
            Unless(escort.Verified, "SES185", "Make sure that this is the escort who was named.", "verified"));

        public Outcome<IReadOnlyList<SessionEvent>> GiveInstructions(Act act, InstructionsGiven given) => session.Decide(
            act,
            given,
            session.UnlessOpen(),
            Unless(given.ToPatient || given.ToEscort, "SES296", "Say who got them.", "to"),
            Unless(IsSaid(given.Language) && IsSaid(given.Version), "SES186", "Say which text, in which language.", "version"));

        internal Refusal? UnlessRecovering() => session.Phase switch
        {
            Phase.Recovering => null,
            Phase.Discharged or Phase.NoGo => new("SES298", "There is nobody to discharge any more."),
            _ => session.UnlessOpen() ?? new("SES194", "Dosing is not over yet."),
        };
    }
}
