using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Vitals;
using Mooring.Practice.Sessions;
using Mooring.Storage.Journals;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Bedside;

/// <summary>Vital signs, ratings and notes, typed or from the monitor.</summary>
public sealed class ChartingDesk(SessionJournal journal, LatestReadings latest, TimeProvider clock)
{
    /// <summary>
    /// Keeps every number typed, vital signs as one set and ratings beside it; what is left empty was not measured. A form
    /// that was kept already and comes again with other numbers is neither dropped nor a second set: STO177.
    /// </summary>
    public async Task<Outcome<Session>> Chart(Id<Session> id, VitalsForm form, EntryStamp stamp, CancellationToken cancel)
    {
        var done = await journal.Decide(id, stamp, (session, act) => Charted(session, act, form, MonitorOffer.Shown(session, latest, act.Now)), cancel);
        return done is { IsDone: true, Value: { } kept } && !Resent.IsSame(kept, form, stamp)
            ? new Refusal(Resent.AnotherSet, "This set was charted already, with other numbers: correct it in the timeline. If you measured again, save again.")
            : done;
    }

    /// <summary>What one tap would chart now, and what is left out because it stopped coming or is charted already.</summary>
    public MonitorOffer Offer(Session session) => MonitorOffer.Of(session, latest, clock.GetUtcNow());

    /// <summary>Charts what the monitor shows at this moment; each value points at its reading.</summary>
    public Task<Outcome<Session>> ChartFromMonitor(Id<Session> id, EntryStamp stamp, CancellationToken cancel) => journal.Decide(
        id,
        stamp,
        (session, act) =>
        {
            var offer = MonitorOffer.Of(session, latest, act.Now);
            return offer.Values.Count > 0
                ? session.ChartVitals(act, offer.Values)
                : new Refusal("STO170", offer.LeftOut.Count == 0
                    ? "No monitor sends values for this chair; type them, or look at the devices page."
                    : $"Nothing on the monitor can be charted with one tap: {string.Join("; ", offer.LeftOut)}. Type what you measure.");
        },
        cancel);

    public Task<Outcome<Session>> Note(Id<Session> id, NoteForm form, EntryStamp stamp, CancellationToken cancel) =>
        journal.Decide(id, stamp, (session, act) => session.Note(act, form.Text.Trim(), form.About), cancel);

    private static Outcome<IReadOnlyList<SessionEvent>> Charted(Session session, Act act, VitalsForm form, IReadOnlyList<Observed> shown)
    {
        List<Refusal> refusals = [];
        var typed = form.Values.Where(value => Typed.Text(value.Value) is not null)
            .Select(value => (value.Of, Value: Typed.Measure(value.Value, value.Of, refusals))).ToList();
        refusals.AddRange(typed.Where(value => !Clinical.Monitoring.Measures.IsKnown(value.Of))
            .Select(value => new Refusal("STO169", $"'{value.Of}' is no vital sign and no scale.", value.Of)));
        return refusals.Count > 0
            ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals)
            : AllOrNone.Of(Decisions(session, act, form, typed, shown), "Nothing was entered.");
    }

    private static IEnumerable<(Outcome<IReadOnlyList<SessionEvent>> Decision, string At)> Decisions(
        Session session, Act act, VitalsForm form, IReadOnlyList<(string Of, double Value)> typed, IReadOnlyList<Observed> shown)
    {
        ChartedValue[] signs =
        [
            .. from value in typed
               let sign = VitalSign.Find(value.Of)
               where sign is not null
               select new ChartedValue(sign, value.Value, act.HappenedAt) { Confirmed = form.Confirmed },
        ];
        if (signs.Length > 0)
        {
            var charted = session.ChartVitals(act, signs, new(form.Position, form.Site), shown);
            if (charted.IsDone)
                yield return (charted, "");
            foreach (var refusal in charted.Refusals)
                yield return (refusal, Field(refusal.At, signs));
        }

        foreach (var (of, value) in typed.Where(value => Scale.Find(value.Of) is not null))
        {
            // However far out of its scale, it is refused as such.
            var rating = (int)Math.Clamp(value, int.MinValue, int.MaxValue);
            yield return (session.Rate(act, Scale.Find(of)!, rating, Typed.Text(form.Note)), of);
        }
    }

    /// <summary>A session speaks of <c>values[2]</c>; the form calls it by its sign.</summary>
    private static string Field(string? at, IReadOnlyList<ChartedValue> signs)
    {
        var index = Enumerable.Range(0, signs.Count).FirstOrDefault(index => at == $"values[{index}]", -1);
        return index >= 0 ? signs[index].Sign.Code : at ?? "values";
    }
}
