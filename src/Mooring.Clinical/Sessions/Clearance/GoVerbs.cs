using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Clearance;

/// <summary>Go, no-go and the time-out.</summary>
public static class GoVerbs
{
    extension(Session session)
    {
        public GoDecided? Decision => session.Last<GoDecided>()?.What as GoDecided;

        /// <summary>When the prescriber decided last.</summary>
        public DateTimeOffset? DecidedAt => session.Last<GoDecided>()?.HappenedAt;

        /// <summary>Since when the decision waits for the prescriber: the last question was answered; null while it can not be made, or is made.</summary>
        public DateTimeOffset? AskedForGoAt => session.Phase == Phase.Checking && session.Decision is null && !session.OpenGates.Any() ? session.Last<GateAnswered>()?.HappenedAt : null;

        /// <summary>Why a go would be refused now, whatever reason is given; empty when a go may be decided.</summary>
        public IReadOnlyList<Refusal> InTheWayOfGo(DateTimeOffset now) => [.. session.AgainstGo(now, reasoned: true)];

        public TimeOut? TimeOutDone => session.Last<TimeOut>()?.What as TimeOut;

        /// <summary>The levels of the pressure rule that the last pressure reaches, gravest first; null when it is missing or too old.</summary>
        public IReadOnlyList<PressureLevel>? PressureLevels(DateTimeOffset now)
        {
            var (systolic, diastolic) = (session.Chart.Last(VitalSign.Systolic.Code), session.Chart.Last(VitalSign.Diastolic.Code));
            if (systolic is null || diastolic is null || systolic.Age(now) > session.Pack.Pressure.FreshFor || diastolic.Age(now) > session.Pack.Pressure.FreshFor)
                return null;
            return
            [
                .. session.Pack.Pressure.Levels
                    .Where(level => level.IsFor(session.Plan.Age) && level.Reached(systolic.Value, diastolic.Value) == Finding.Met)
                    .OrderByDescending(level => level.Force),
            ];
        }

        /// <summary>The prescriber's decision. A go is refused while anything that blocks is open, and needs a reason for what only warns.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> DecideGo(Act act, bool go, string? reason, Actor prescriber) => session.Decide(
            act,
            new GoDecided(go, prescriber, reason),
            [
                session.UnlessOpen(),
                Unless(session.Phase < Phase.Dosing || session.Phase is Phase.NoGo or Phase.Signed, "SES108", "Dosing has begun; to end it, stop it."),
                Unless(prescriber.May(Right.DecideGo), "SES123", "Only a prescriber decides this.", "prescriber"),
                Unless(go || IsSaid(reason), "SES127", "Say why not today.", "reason"),
                .. go ? session.AgainstGo(act.HappenedAt, IsSaid(reason)) : [],
            ]);

        /// <summary>What the first person read, before a second one is asked: the same refusals but those about the second.</summary>
        public IReadOnlyList<Refusal> AgainstTimeOut(string drug, Kinetics.Quantities.Mass dose) => [.. session.AgainstLabel(drug, dose).OfType<Refusal>()];

        /// <summary>Drug and dose were read by two people, and are the plan's; the second also read the pump, where there is one.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> TakeTimeOut(Act act, string drug, Kinetics.Quantities.Mass dose, Actor verifiedBy, PumpRead? pump = null) => session.Decide(
            act,
            new TimeOut(drug, dose, verifiedBy) { Pump = session.ReadsPump ? pump : null },
            [
                .. session.AgainstLabel(drug, dose),
                Unless(verifiedBy.Id != act.By.Id && !string.Equals(verifiedBy.Name, act.By.Name, StringComparison.OrdinalIgnoreCase), "SES131", "The second person must be another one, with a sign-in of their own.", "verifiedBy"),
                Unless(verifiedBy.May(Right.WitnessDoses), "SES134", "The second person must be clinical staff.", "verifiedBy"),
                .. session.AgainstPump(pump),
            ]);

        private IEnumerable<Refusal?> AgainstLabel(string drug, Kinetics.Quantities.Mass dose) =>
        [
            session.UnlessOpen(),
            Unless(session.Phase < Phase.Dosing || session.Phase is Phase.NoGo or Phase.Signed, "SES116", "Dosing has begun already."),
            Unless(session.Decision is { Go: true }, "SES130", "The prescriber's go comes first."),
            Unless(string.Equals(drug, session.Plan.Drug, StringComparison.OrdinalIgnoreCase), "SES137", $"The plan says {session.Plan.Drug}, you read {drug}: stop and look.", "drug"),
            Unless(Same(dose, session.Plan.Dose), "SES133", $"The plan says {Plain(session.Plan.Dose.InMilligrams)} mg, you read {Plain(dose.InMilligrams)} mg: stop and look.", "dose"),
        ];

        private IEnumerable<Refusal> AgainstGo(DateTimeOffset at, bool reasoned)
        {
            var answers = session.Answers;
            foreach (var gate in session.Gates)
            {
                if (!answers.TryGetValue(gate.Id, out var answer))
                    yield return new("SES120", $"Not answered yet: {gate.Label}", gate.Id);
                else if (answer.Answer == GateAnswer.NotMet && gate.Force == GateForce.Blocks)
                    yield return new("SES121", $"This stops the start: {gate.Label}", gate.Id);
                else if (answer.Answer == GateAnswer.NotMet && gate.Force == GateForce.Warns && !reasoned)
                    yield return new("SES122", $"Say why you go on in spite of this: {gate.Label}", gate.Id);
            }

            switch (session.PressureLevels(at))
            {
                case null:
                    yield return new("SES124", $"Blood pressure is missing or older than {Plain(session.Pack.Pressure.FreshFor.TotalMinutes)} min; measure it.", VitalSign.Systolic.Code);
                    break;
                case [{ Force: PressureForce.Block } block, ..]:
                    yield return new("SES126", block.Says, block.Id);
                    break;
                case [var level, ..] when !reasoned:
                    yield return new("SES125", $"{level.Says} To go on, say why.", level.Id);
                    break;
            }
        }
    }
}
