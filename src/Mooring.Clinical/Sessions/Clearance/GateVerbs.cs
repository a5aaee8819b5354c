using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Clearance;

/// <summary>Arriving, and the questions before the start.</summary>
public static class GateVerbs
{
    extension(Session session)
    {
        /// <summary>The gates that count for this patient.</summary>
        public IEnumerable<Gate> Gates => session.Pack.Gates.Where(gate => gate.Applies is null || session.Plan.Flags.Contains(gate.Applies));

        /// <summary>The last answer to each gate.</summary>
        public IReadOnlyDictionary<string, GateAnswered> Answers =>
            session.Of<GateAnswered>().GroupBy(answer => answer.What.Item).ToDictionary(answers => answers.Key, answers => answers.Last().What);

        public IEnumerable<Gate> OpenGates => session.Gates.Where(gate => !session.Answers.ContainsKey(gate.Id));

        public Outcome<IReadOnlyList<SessionEvent>> CheckIn(Act act, string chair, IReadOnlyList<string> identifiers, string? note = null) => session.Decide(
            act,
            new CheckedIn(chair, identifiers) { Note = note },
            Unless(session.Phase == Phase.Arriving, "SES104", "The patient is checked in already."),
            Unless(IsSaid(chair), "SES105", "Say which chair.", "chair"),
            Unless(identifiers.Where(IsSaid).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 2, "SES106", "Know the patient by two identifiers, such as name and birth date.", "identifiers"));

        /// <summary>Answers a gate; a later answer replaces an earlier one, up to the first dose.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> AnswerGate(Act act, string item, GateAnswer answer, string? value = null, string? note = null)
        {
            var gate = session.Gates.FirstOrDefault(gate => gate.Id == item);
            return session.Decide(
                act,
                new GateAnswered(item, answer, value, note),
                session.UnlessOpen(),
                Unless(session.Phase < Phase.Dosing || session.Phase == Phase.NoGo || session.UnlessOpen() is not null, "SES107", "Dosing has begun; an answer is changed by a correction now."),
                Unless(gate is not null, "SES110", $"'{item}' is not asked in this session.", "item"),
                Unless(gate is null || act.By.IsOneOf(gate.By), "SES111", $"'{gate?.Label}' is answered by another role: {string.Join(", ", gate?.By ?? [])}.", "item"),
                Unless(answer != GateAnswer.NotApplicable || gate is null or { MayNotApply: true }, "SES112", $"'{gate?.Label}' always applies; answer yes or no.", "answer"),
                Unless(gate?.AsksWithNo is null || answer != GateAnswer.NotMet || IsSaid(value) || IsSaid(note), "SES113", $"Write down: {gate?.AsksWithNo}.", "value"),
                Unless(gate?.AsksFor is null || answer != GateAnswer.Met || IsSaid(value), "SES113", $"Write down: {gate?.AsksFor}.", "value"));
        }

        /// <summary>SES115: a yes that says something was charted, when it was not in this session; null when nothing speaks against it.</summary>
        public Refusal? AgainstGate(Gate gate, GateAnswer answer)
        {
            string[] missing = [.. gate.Charted.Where(code => session.Chart.Last(code) is null)];
            return answer != GateAnswer.Met || missing.Length == 0
                ? null
                : new("SES115", $"Not charted in this session: {string.Join(", ", missing.Select(Measures.NameOf))}. Chart it first, or answer no: {gate.Label}.", gate.Id);
        }
    }
}
