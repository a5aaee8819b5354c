using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>Go, no-go and the time-out.</content>
public sealed partial class Session
{
    public GoDecided? Decision => Last<GoDecided>()?.What as GoDecided;

    /// <summary>When the prescriber decided last.</summary>
    public DateTimeOffset? DecidedAt => Last<GoDecided>()?.HappenedAt;

    /// <summary>Since when the decision waits for the prescriber: the last question was answered; null while it can not be made, or is made.</summary>
    public DateTimeOffset? AskedForGoAt => Phase == Phase.Checking && Decision is null && !OpenGates.Any() ? Last<GateAnswered>()?.HappenedAt : null;

    /// <summary>Why a go would be refused now, whatever reason is given; empty when a go may be decided.</summary>
    public IReadOnlyList<Refusal> InTheWayOfGo(DateTimeOffset now) => [.. AgainstGo(now, reasoned: true)];

    public TimeOut? TimeOutDone => Last<TimeOut>()?.What as TimeOut;

    /// <summary>The levels of the pressure rule that the last pressure reaches, gravest first; null when it is missing or too old.</summary>
    public IReadOnlyList<PressureLevel>? PressureLevels(DateTimeOffset now)
    {
        var (systolic, diastolic) = (Chart.Last(VitalSign.Systolic.Code), Chart.Last(VitalSign.Diastolic.Code));
        if (systolic is null || diastolic is null || systolic.Age(now) > Pack.Pressure.FreshFor || diastolic.Age(now) > Pack.Pressure.FreshFor)
            return null;
        return
        [
            .. Pack.Pressure.Levels
                .Where(level => level.IsFor(Plan.Age) && level.Reached(systolic.Value, diastolic.Value) == Finding.Met)
                .OrderByDescending(level => level.Force),
        ];
    }

    /// <summary>The prescriber's decision. A go is refused while anything that blocks is open, and needs a reason for what only warns.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> DecideGo(Act act, bool go, string? reason, Actor prescriber) => Decide(
        act,
        new GoDecided(go, prescriber, reason),
        [
            UnlessOpen(),
            Unless(Phase < Phase.Dosing || Phase is Phase.NoGo or Phase.Signed, "SES108", "Dosing has begun; to end it, stop it."),
            Unless(prescriber.May(Right.DecideGo), "SES123", "Only a prescriber decides this.", "prescriber"),
            Unless(go || IsSaid(reason), "SES127", "Say why not today.", "reason"),
            .. go ? AgainstGo(act.HappenedAt, IsSaid(reason)) : [],
        ]);

    /// <summary>What the first person read, before a second one is asked: the same refusals but those about the second.</summary>
    public IReadOnlyList<Refusal> AgainstTimeOut(string drug, Kinetics.Quantities.Mass dose) => [.. AgainstLabel(drug, dose).OfType<Refusal>()];

    /// <summary>Drug and dose were read by two people, and are the plan's; the second also read the pump, where there is one.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> TakeTimeOut(Act act, string drug, Kinetics.Quantities.Mass dose, Actor verifiedBy, PumpRead? pump = null) => Decide(
        act,
        new TimeOut(drug, dose, verifiedBy) { Pump = ReadsPump ? pump : null },
        [
            .. AgainstLabel(drug, dose),
            Unless(verifiedBy.Id != act.By.Id && !string.Equals(verifiedBy.Name, act.By.Name, StringComparison.OrdinalIgnoreCase), "SES131", "The second person must be another one, with a sign-in of their own.", "verifiedBy"),
            Unless(verifiedBy.May(Right.WitnessDoses), "SES134", "The second person must be clinical staff.", "verifiedBy"),
            .. AgainstPump(pump),
        ]);

    private IEnumerable<Refusal?> AgainstLabel(string drug, Kinetics.Quantities.Mass dose) =>
    [
        UnlessOpen(),
        Unless(Phase < Phase.Dosing || Phase is Phase.NoGo or Phase.Signed, "SES116", "Dosing has begun already."),
        Unless(Decision is { Go: true }, "SES130", "The prescriber's go comes first."),
        Unless(string.Equals(drug, Plan.Drug, StringComparison.OrdinalIgnoreCase), "SES137", $"The plan says {Plan.Drug}, you read {drug}: stop and look.", "drug"),
        Unless(Same(dose, Plan.Dose), "SES133", $"The plan says {Plain(Plan.Dose.InMilligrams)} mg, you read {Plain(dose.InMilligrams)} mg: stop and look.", "dose"),
    ];

    private IEnumerable<Refusal> AgainstGo(DateTimeOffset at, bool reasoned)
    {
        var answers = Answers;
        foreach (var gate in Gates)
        {
            if (!answers.TryGetValue(gate.Id, out var answer))
                yield return new("SES120", $"Not answered yet: {gate.Label}", gate.Id);
            else if (answer.Answer == GateAnswer.NotMet && gate.Force == GateForce.Blocks)
                yield return new("SES121", $"This stops the start: {gate.Label}", gate.Id);
            else if (answer.Answer == GateAnswer.NotMet && gate.Force == GateForce.Warns && !reasoned)
                yield return new("SES122", $"Say why you go on in spite of this: {gate.Label}", gate.Id);
        }

        switch (PressureLevels(at))
        {
            case null:
                yield return new("SES124", $"Blood pressure is missing or older than {Plain(Pack.Pressure.FreshFor.TotalMinutes)} min; measure it.", VitalSign.Systolic.Code);
                break;
            case [{ Force: PressureForce.Block } block, ..]:
                yield return new("SES126", block.Says, block.Id);
                break;
            case [var level, ..] when !reasoned:
                yield return new("SES125", $"{level.Says} To go on, say why.", level.Id);
                break;
        }
    }

    // Two amounts are the same when they print the same on a label.
    private static bool Same(Kinetics.Quantities.Mass left, Kinetics.Quantities.Mass right) => Plain(left.InMilligrams) == Plain(right.InMilligrams);
}
