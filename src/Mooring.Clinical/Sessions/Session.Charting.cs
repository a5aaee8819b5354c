using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;

namespace Mooring.Clinical.Sessions;

/// <content>Vital signs, ratings, notes and adverse events.</content>
public sealed partial class Session
{
    /// <summary>Adverse events recorded, corrections applied, each as it stood last.</summary>
    public IReadOnlyList<AdverseEventRecorded> AdverseEvents => [.. AdverseCases.Select(recorded => recorded.What)];

    /// <summary>The same, with the entry that recorded each and when it began.</summary>
    public IReadOnlyList<(Guid Id, DateTimeOffset At, AdverseEventRecorded What)> AdverseCases
    {
        get
        {
            var followed = Told.Where(entry => entry.What is AdverseEventFollowed).ToLookup(entry => ((AdverseEventFollowed)entry.What).Event);
            return [.. Told.Where(entry => entry.What is AdverseEventRecorded).Select(entry => (entry.EventId, entry.HappenedAt, AsItStands((AdverseEventRecorded)entry.What, followed[entry.EventId].LastOrDefault())))];
        }
    }

    /// <summary>
    /// A value out of limits is charted like any other. One out of reason is asked about once (SES160), and so is one by hand
    /// that is far from what the monitor shows at the same time (SES168).
    /// </summary>
    /// <param name="shown">What the monitor shows, where it is fresh.</param>
    public Outcome<IReadOnlyList<SessionEvent>> ChartVitals(
        Act act, IReadOnlyList<ChartedValue> values, Position? position = null, IReadOnlyList<Observed>? shown = null) => Decide(
        act,
        new VitalsCharted(values, position),
        [
            UnlessOpen(),
            Unless(values.Count > 0, "SES212", "Nothing was entered.", "values"),
            .. values.Select((value, at) => AgainstValue(act, value, $"values[{at}]") ?? AgainstMonitor(value, shown ?? [], $"values[{at}]")),
            AgainstPressure(values, "values"),
        ]);

    public Outcome<IReadOnlyList<SessionEvent>> Rate(Act act, Scale scale, int value, string? note = null) => Decide(
        act,
        new ScaleRated(scale, value, note),
        UnlessOpen(),
        AgainstRating(scale, value));

    public Outcome<IReadOnlyList<SessionEvent>> Note(Act act, string text, NoteAbout? about = null) => Decide(
        act, new NoteAdded(text, about), UnlessOpen(), Unless(IsSaid(text), "SES213", "The note is empty.", "text"));

    /// <param name="recorded">Its term must be one of the catalogue's, which the desk looks up.</param>
    public Outcome<IReadOnlyList<SessionEvent>> RecordAdverseEvent(Act act, AdverseEventRecorded recorded) => Decide(
        act,
        recorded,
        UnlessOpen(),
        Unless(IsSaid(recorded.Term), "SES170", "Say what happened: choose a term.", "term"),
        Unless(recorded.Grade is >= 1 and <= 5, "SES171", "A grade goes from 1, mild, to 5, fatal.", "grade"),
        Unless(IsSaid(recorded.Action), "SES172", "Say what was done, if only \"observed\".", "action"));

    private static AdverseEventRecorded AsItStands(AdverseEventRecorded recorded, JournalEntry? followed)
    {
        if (followed?.What is not AdverseEventFollowed last)
            return recorded;
        var now = recorded with { Outcome = last.Outcome };
        return now with { EndedAt = now.IsOpen ? null : followed.HappenedAt };
    }

    private static Refusal? AgainstRating(Scale scale, int value) =>
        Unless(value >= scale.Lowest && value <= scale.Highest, "SES161", $"{scale.Name} goes from {scale.Lowest} to {scale.Highest}.", scale.Code);

    private Refusal? AgainstMonitor(ChartedValue value, IReadOnlyList<Observed> shown, string at)
    {
        if (value.Confirmed || value.Source != ValueSource.Hand
            || Pack.Entry.Differs.FirstOrDefault(differing => differing.Of == value.Sign.Code) is not { } rule
            || shown.FirstOrDefault(one => one.Of == value.Sign.Code && (one.At - value.ObservedAt).Duration() <= rule.Within) is not { } monitor
            || Math.Abs(monitor.Value - value.Value) < rule.By.Value)
            return null;
        return new(
            "SES168",
            $"{Measures.Print(value.Sign.Code, value.Value)} by hand, the monitor says {Measures.Print(value.Sign.Code, monitor.Value, named: false)}: keep it? Look at the patient and the sensor; confirm it or mend it.",
            at);
    }

    // No looking twice makes it right: the two were typed into each other's box, or one of them is wrong.
    private static Refusal? AgainstPressure(IReadOnlyList<ChartedValue> values, string at)
    {
        var said = new[] { VitalSign.Systolic, VitalSign.MeanPressure, VitalSign.Diastolic }
            .Select(sign => (Sign: sign, Value: Last(values, sign))).Where(one => one.Value is not null).ToList();
        return said.Zip(said.Skip(1)).Where(pair => pair.First.Value <= pair.Second.Value).Select(pair => new Refusal(
            "SES299", $"The pressure is the wrong way round: {Said(pair.First)} is not above {Said(pair.Second)}. Look again, and mend it.", at)).FirstOrDefault();
    }

    private static string Said((VitalSign Sign, double? Value) one) => $"{one.Sign.Name.ToLowerInvariant()} {Measures.Print(one.Sign.Code, one.Value!.Value)}";

    private static double? Last(IReadOnlyList<ChartedValue> values, VitalSign sign) => values.LastOrDefault(value => value.Sign == sign)?.Value;

    private Refusal? AgainstValue(Act act, ChartedValue value, string at)
    {
        if (!double.IsFinite(value.Value))
            return new("SES163", $"{value.Sign.Name} is not a number.", at);
        if (value.Value < 0)
            return new("SES164", $"{value.Sign.Name} is not below nothing; mend it.", at);
        if (value.ObservedAt > act.Now + Pack.Entry.FutureAllowed)
            return new("SES109", Sentence.Of("{sign} was read at {at}, which is still to come: look at the clocks.", ("sign", value.Sign.Name), ("at", value.ObservedAt)), at);
        var plausible = Pack.Entry.Plausible.FirstOrDefault(range => range.Of == value.Sign.Code);
        return plausible is null || value.Confirmed || (value.Value >= plausible.Low.Value && value.Value <= plausible.High.Value)
            ? null
            : new("SES160", $"{Measures.Print(value.Sign.Code, value.Value)}: is that right? Confirm it or mend it.", at);
    }
}
