using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>Arriving and the questions before the start.</content>
public sealed partial class Session
{
    /// <summary>The gates that count for this patient.</summary>
    public IEnumerable<Gate> Gates => Pack.Gates.Where(gate => gate.Applies is null || Plan.Flags.Contains(gate.Applies));

    /// <summary>The last answer to each gate.</summary>
    public IReadOnlyDictionary<string, GateAnswered> Answers =>
        Of<GateAnswered>().GroupBy(answer => answer.What.Item).ToDictionary(answers => answers.Key, answers => answers.Last().What);

    public IEnumerable<Gate> OpenGates => Gates.Where(gate => !Answers.ContainsKey(gate.Id));

    public Outcome<IReadOnlyList<SessionEvent>> CheckIn(Act act, string chair, IReadOnlyList<string> identifiers, string? note = null) => Decide(
        act,
        new CheckedIn(chair, identifiers) { Note = note },
        Unless(Phase == Phase.Arriving, "SES104", "The patient is checked in already."),
        Unless(IsSaid(chair), "SES105", "Say which chair.", "chair"),
        Unless(identifiers.Where(IsSaid).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 2, "SES106", "Know the patient by two identifiers, such as name and birth date.", "identifiers"));

    /// <summary>Answers a gate; a later answer replaces an earlier one, up to the first dose.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> AnswerGate(Act act, string item, GateAnswer answer, string? value = null, string? note = null)
    {
        var gate = Gates.FirstOrDefault(gate => gate.Id == item);
        return Decide(
            act,
            new GateAnswered(item, answer, value, note),
            UnlessOpen(),
            Unless(Phase < Phase.Dosing || Phase == Phase.NoGo || UnlessOpen() is not null, "SES107", "Dosing has begun; an answer is changed by a correction now."),
            Unless(gate is not null, "SES110", $"'{item}' is not asked in this session.", "item"),
            Unless(gate is null || act.By.IsOneOf(gate.By), "SES111", $"'{gate?.Label}' is answered by another role: {string.Join(", ", gate?.By ?? [])}.", "item"),
            Unless(answer != GateAnswer.NotApplicable || gate is null or { MayNotApply: true }, "SES112", $"'{gate?.Label}' always applies; answer yes or no.", "answer"),
            Unless(gate?.AsksWithNo is null || answer != GateAnswer.NotMet || IsSaid(value) || IsSaid(note), "SES113", $"Write down: {gate?.AsksWithNo}.", "value"),
            Unless(gate?.AsksFor is null || answer != GateAnswer.Met || IsSaid(value), "SES113", $"Write down: {gate?.AsksFor}.", "value"));
    }
}
