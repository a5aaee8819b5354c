using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>
/// One dosing session: the fold of its journal, whatever order the entries arrived in. Its verbs decide and return
/// events, or say why not; only <see cref="Replay"/> changes what it is.
/// </summary>
public sealed partial class Session
{
    private Session(Id<Session> id, IReadOnlyList<JournalEntry> journal, MonitoringPack pack)
    {
        (Id, Pack, Journal) = (id, pack, journal);
        Told = Amendments.Told(journal);
        Plan = PlanIn(Told) ?? PlanIn(journal) ?? throw new InvalidOperationException("A journal begins with the opening of its session.");
        Chart = new(Told);
        Emergencies = Emergency.In(Told);

        var walk = new PhaseWalk(pack.Discharge.Signatures);
        foreach (var entry in Told)
        {
            walk.Take(entry.What, entry.HappenedAt);
            Infusion = entry.What is InfusionStarted hung && Infusion is null ? new(hung, entry.HappenedAt) : Infusion?.Take(entry.What, entry.HappenedAt);
        }

        (Phase, Steps) = (walk.Phase, walk.Steps);
    }

    public Id<Session> Id { get; }

    public SessionPlan Plan { get; }

    public MonitoringPack Pack { get; }

    /// <summary>Every entry once, as learned, corrections and corrected ones included.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; }

    /// <summary>What counts after corrections, by the time it happened.</summary>
    public IReadOnlyList<JournalEntry> Told { get; }

    /// <summary>The number the next entry must follow: hand it to the journal to notice another writer.</summary>
    public long LastSeq => Journal.Count == 0 ? 0 : Journal[^1].Seq;

    public Phase Phase { get; }

    public IReadOnlyList<PhaseStep> Steps { get; }

    public Chart Chart { get; }

    public Infusion? Infusion { get; }

    public string? Chair => Last<CheckedIn>()?.What is CheckedIn checkedIn ? checkedIn.Chair : null;

    public DateTimeOffset? FirstDoseAt => DoseTimes().Select(at => (DateTimeOffset?)at).FirstOrDefault();

    public DateTimeOffset? LastDoseAt => DoseTimes().Select(at => (DateTimeOffset?)at).LastOrDefault();

    /// <summary>The last injection or device, or the infusion's end; null while it runs.</summary>
    public DateTimeOffset? DosingEndedAt => Infusion is not null
        ? Infusion.StoppedAt
        : LastDoseAt;

    /// <summary>From so long after each end of dosing to the next dose; nothing while the infusion runs.</summary>
    internal IEnumerable<(DateTimeOffset From, DateTimeOffset? Until)> AfterDosing(TimeSpan time)
    {
        DateTimeOffset[] ends = Infusion is null ? [.. DoseTimes()] : Infusion.StoppedAt is { } stopped ? [stopped] : [];
        return ends.Select((end, at) => (end + time, at + 1 < ends.Length ? ends[at + 1] : (DateTimeOffset?)null)).Where(window => !(window.Item2 <= window.Item1));
    }

    /// <summary>The plan in a journal, so that the right pack can be fetched before a replay; null when it never opened.</summary>
    public static SessionPlan? PlanIn(IEnumerable<JournalEntry> entries) =>
        entries.Select(entry => entry.What).OfType<SessionOpened>().FirstOrDefault()?.Plan;

    /// <summary>The session that these entries tell. An id that comes twice counts once.</summary>
    /// <exception cref="InvalidOperationException">No entry opened the session.</exception>
    public static Session Replay(IEnumerable<JournalEntry> entries, MonitoringPack pack)
    {
        JournalEntry[] journal = [.. entries.OrderBy(entry => entry.Seq).DistinctBy(entry => entry.EventId)];
        return new(journal.Select(entry => entry.Session).FirstOrDefault(), journal, pack);
    }

    /// <summary>This session and one more entry.</summary>
    public Session After(params IEnumerable<JournalEntry> entries) => Replay([.. Journal, .. entries], Pack);

    /// <summary>What was given up to <paramref name="until"/>; in the future, what will have been at the present rate.</summary>
    public Regimen Given(DateTimeOffset until) => new(
        [.. Infusion?.Stretches(until) ?? [], .. Pushes(until)],
        [.. Of<DoseGiven>().Where(given => given.At <= until).Select(given => new Injection(given.At, given.What.Amount, given.What.Site)), .. Held(until)],
        [.. Of<DeviceUsed>().Where(used => used.At <= until).Select(used => new SprayedDevice(used.At, used.What.Number, used.What.Amount))]);

    public Mass DoseSoFar(DateTimeOffset now) => Given(now).Total;

    /// <summary>The resting value: the last charted before any dose, else the plan's; null is unknown.</summary>
    public double? Baseline(VitalSign sign) => Baseline(sign.Code);

    internal IEnumerable<(TEvent What, DateTimeOffset At)> Of<TEvent>()
        where TEvent : SessionEvent =>
        Told.Where(entry => entry.What is TEvent).Select(entry => ((TEvent)entry.What, entry.HappenedAt));

    /// <summary>The same for a scale.</summary>
    public double? Baseline(string of)
    {
        var before = FirstDoseAt is { } dosed ? Chart.Of(of).LastOrDefault(value => value.At <= dosed) : null;
        return before?.Value ?? Plan.Baseline.FirstOrDefault(value => value.Sign.Code == of)?.Value;
    }

    internal JournalEntry? Last<TEvent>()
        where TEvent : SessionEvent =>
        Told.LastOrDefault(entry => entry.What is TEvent);

    internal static bool IsDose(SessionEvent what) => what is InfusionStarted or DoseGiven or DeviceUsed or BolusGiven or HoldStarted;

    private IEnumerable<DateTimeOffset> DoseTimes() => Told
        .Where(entry => IsDose(entry.What))
        .Select(entry => entry.HappenedAt);
}
