using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Charting;

/// <summary>Vital signs, ratings and notes.</summary>
public static class ChartingVerbs
{
    extension(Session session)
    {
        /// <summary>
        /// A value out of limits is charted like any other. One out of reason is asked about once (SES160), and so is one by hand
        /// that is far from what the monitor shows at the same time (SES168).
        /// </summary>
        /// <param name="cuff">How the pressure was taken; of a set without one nothing is kept of it.</param>
        /// <param name="shown">What the monitor shows, where it is fresh.</param>
        public Outcome<IReadOnlyList<SessionEvent>> ChartVitals(
            Act act, IReadOnlyList<ChartedValue> values, Cuff? cuff = null, IReadOnlyList<Observed>? shown = null) => session.Decide(
            act,
            Cuff.IsIn(values) ? new VitalsCharted(values, cuff?.In, cuff?.On) : new VitalsCharted(values),
            [
                session.UnlessOpen(),
                Unless(values.Count > 0, "SES212", "Nothing was entered.", "values"),
                .. values.Select((value, at) => session.AgainstValue(act, value, $"values[{at}]") ?? session.AgainstMonitor(value, shown ?? [], $"values[{at}]")),
                AgainstPressure(values, "values"),
            ]);

        public Outcome<IReadOnlyList<SessionEvent>> Rate(Act act, Scale scale, int value, string? note = null) => session.Decide(
            act,
            new ScaleRated(scale, value, note),
            session.UnlessOpen(),
            AgainstRating(scale, value));

        public Outcome<IReadOnlyList<SessionEvent>> Note(Act act, string text, NoteAbout? about = null) => session.Decide(
            act, new NoteAdded(text, about), session.UnlessOpen(), Unless(IsSaid(text), "SES213", "The note is empty.", "text"));

        private Refusal? AgainstMonitor(ChartedValue value, IReadOnlyList<Observed> shown, string at)
        {
            if (value.Confirmed || value.Source != ValueSource.Hand
                || session.Pack.Entry.Differs.FirstOrDefault(differing => differing.Of == value.Sign.Code) is not { } rule
                || shown.FirstOrDefault(one => one.Of == value.Sign.Code && (one.At - value.ObservedAt).Duration() <= rule.Within) is not { } monitor
                || Math.Abs(monitor.Value - value.Value) < rule.By.Value)
                return null;
            return new(
                "SES168",
                $"{Measures.Print(value.Sign.Code, value.Value)} by hand, the monitor says {Measures.Print(value.Sign.Code, monitor.Value, named: false)}: keep it? Look at the patient and the sensor; confirm it or mend it.",
                at);
        }

        private Refusal? AgainstValue(Act act, ChartedValue value, string at)
        {
            if (!double.IsFinite(value.Value))
                return new("SES163", $"{value.Sign.Name} is not a number.", at);
            if (value.Value < 0)
                return new("SES164", $"{value.Sign.Name} is not below nothing; mend it.", at);
            if (value.ObservedAt > act.Now + session.Pack.Entry.FutureAllowed)
                return new("SES109", Sentence.Of("{sign} was read at {at}, which is still to come: look at the clocks.", ("sign", value.Sign.Name), ("at", value.ObservedAt)), at);
            var plausible = session.Pack.Entry.Plausible.FirstOrDefault(range => range.Of == value.Sign.Code);
            return plausible is null || value.Confirmed || (value.Value >= plausible.Low.Value && value.Value <= plausible.High.Value)
                ? null
                : new("SES160", $"{Measures.Print(value.Sign.Code, value.Value)}: is that right? Confirm it or mend it.", at);
        }

        internal IEnumerable<Refusal?> AgainstNumbers(Act act, SessionEvent? instead) => instead switch
        {
            VitalsCharted { Values.Count: 0 } => [new("SES165", "No number is left in it: strike the entry out.", "strike")],
            VitalsCharted vitals => [.. vitals.Values.Select(value => session.AgainstValue(act, value, value.Sign.Code)), AgainstPressure(vitals.Values, VitalSign.Systolic.Code)],
            ScaleRated rated => [AgainstRating(rated.Scale, rated.Value)],
            _ => [],
        };
    }

    private static Refusal? AgainstRating(Scale scale, int value) =>
        Unless(value >= scale.Lowest && value <= scale.Highest, "SES161", $"{scale.Name} goes from {scale.Lowest} to {scale.Highest}.", scale.Code);

    // No looking twice makes it right: the two were typed into each other's box, or one of them is wrong.
    internal static Refusal? AgainstPressure(IReadOnlyList<ChartedValue> values, string at)
    {
        var said = new[] { VitalSign.Systolic, VitalSign.MeanPressure, VitalSign.Diastolic }
            .Select(sign => (Sign: sign, Value: Last(values, sign))).Where(one => one.Value is not null).ToList();
        return said.Zip(said.Skip(1)).Where(pair => pair.First.Value <= pair.Second.Value).Select(pair => new Refusal(
            "SES299", $"The pressure is the wrong way round: {Said(pair.First)} is not above {Said(pair.Second)}. Look again, and mend it.", at)).FirstOrDefault();
    }

    private static string Said((VitalSign Sign, double? Value) one) => $"{one.Sign.Name.ToLowerInvariant()} {Measures.Print(one.Sign.Code, one.Value!.Value)}";

    internal static double? Last(IReadOnlyList<ChartedValue> values, VitalSign sign) => values.LastOrDefault(value => value.Sign == sign)?.Value;
}
