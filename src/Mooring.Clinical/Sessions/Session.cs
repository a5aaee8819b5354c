using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>
/// One dosing session: the fold of its journal, whatever order the entries arrived in. What can be done in it stands in the
/// folders beside this one, a subject each: a verb decides and returns events, or says why not; only <see cref="Replay"/>
/// changes what a session is.
/// </summary>
public sealed class Session
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

    /// <summary>In the order they were opened.</summary>
    public IReadOnlyList<Emergency> Emergencies { get; }

    /// <summary>The patient's own limits that hold now: taken over from before, or set today.</summary>
    public IReadOnlyList<OwnLimitSet> OwnLimits => field ??= PatientLimits.Own(Plan, Told);

    /// <summary>The pack's limits that are for this resting value, with the patient's own in place of the pack's on the same side and level.</summary>
    public IReadOnlyList<Limit> Limits => field ??= PatientLimits.InForce(this);

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

    /// <summary>Opens a session on this plan: the first entry of its journal.</summary>
    public static Outcome<IReadOnlyList<SessionEvent>> Open(SessionPlan plan, MonitoringPack pack) =>
        plan.Route == pack.Route
            ? Outcome<IReadOnlyList<SessionEvent>>.Done([new SessionOpened(plan)])
            : new Refusal("SES100", $"The monitoring pack '{pack.Id}' is for another route than the plan; choose one for {plan.Route}.", "monitoring");

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
    public Regimen Given(DateTimeOffset until) => Regimen.Of(this, until);

    public Mass DoseSoFar(DateTimeOffset now) => Given(now).Total;

    /// <summary>
    /// When the clinic's clock last showed this time: today, or yesterday where today's is still to come and the session was
    /// open by then.
    /// </summary>
    public DateTimeOffset LastAt(TimeOnly time, Clinic clinic, DateTimeOffset now)
    {
        var today = clinic.DayOf(now);
        var (at, before) = (clinic.InstantOf(today, time), clinic.InstantOf(today.AddDays(-1), time));
        return at > now + Pack.Entry.FutureAllowed && before >= Journal[0].HappenedAt ? before : at;
    }

    /// <summary>The resting value: the last charted before any dose, else the plan's; null is unknown.</summary>
    public double? Baseline(VitalSign sign) => Baseline(sign.Code);

    /// <summary>The same for a scale.</summary>
    public double? Baseline(string of)
    {
        var before = FirstDoseAt is { } dosed ? Chart.Of(of).LastOrDefault(value => value.At <= dosed) : null;
        return before?.Value ?? Plan.Baseline.FirstOrDefault(value => value.Sign.Code == of)?.Value;
    }

    internal IEnumerable<(TEvent What, DateTimeOffset At)> Of<TEvent>()
        where TEvent : SessionEvent =>
        Told.Where(entry => entry.What is TEvent).Select(entry => ((TEvent)entry.What, entry.HappenedAt));

    internal JournalEntry? Last<TEvent>()
        where TEvent : SessionEvent =>
        Told.LastOrDefault(entry => entry.What is TEvent);

    internal static bool IsDose(SessionEvent what) => what is InfusionStarted or DoseGiven or DeviceUsed or BolusGiven or HoldStarted;

    private IEnumerable<DateTimeOffset> DoseTimes() => Told
        .Where(entry => IsDose(entry.What))
        .Select(entry => entry.HappenedAt);
}
