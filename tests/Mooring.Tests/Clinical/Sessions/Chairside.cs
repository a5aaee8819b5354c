using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Vitals;
using Mooring.Content;
using Mooring.Content.Reading;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Sessions;

/// <summary>A session as it is lived in these tests: minute 0 is nine o'clock.</summary>
internal sealed class Chairside
{
    public static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly Actor Nurse = Content.As(AnId(101), "Ada Rowan", Role.Nurse);
    public static readonly Actor SecondNurse = Content.As(AnId(102), "Ben Sorrel", Role.Nurse);
    public static readonly Actor Prescriber = Content.As(AnId(103), "Cleo Hawthorn", Role.Prescriber);
    public static readonly MonitoringPack Iv = Pack("iv");
    public static readonly MonitoringPack Im = Pack("im");
    public static readonly MonitoringPack Sc = Pack("sc");
    public static readonly MonitoringPack SlowSc = Pack("slow-sc");
    public static readonly MonitoringPack Sublingual = Pack("sublingual");
    public static readonly MonitoringPack ByMouth = Pack("by-mouth");
    public static readonly MonitoringPack Nasal = Pack("nasal-esketamine");

    private readonly Id<Session> _id = new(AnId(1));
    private int _entries;

    private Chairside(SessionPlan plan, MonitoringPack pack)
    {
        Session = Session.Replay([Entry(Session.Open(plan, pack).Value![0], 0)], pack);
    }

    public Session Session { get; private set; }

    public static Chairside Infusion() => new(APlan(DoseRoute.Iv, 35), Iv);

    /// <summary>Of whom the screening says that they are kept longer.</summary>
    public static Chairside KeptLonger() => new(APlan(DoseRoute.Iv, 35) with { Flags = ["longer-observation"] }, Iv);

    public static Chairside Injection() => new(APlan(DoseRoute.Im, 50), Im);

    /// <summary>A dose given at once by another route than a muscle.</summary>
    public static Chairside AtOnce(DoseRoute route) => new(
        APlan(route, 50) with { Minutes = null, BagMilliliters = null, HardCapPerHour = null },
        route switch { DoseRoute.Sc => Sc, DoseRoute.Sl => Sublingual, _ => ByMouth });

    public static Chairside SlowInfusion() => new(APlan(DoseRoute.Sc, 35), SlowSc);

    public static Chairside Spray() => new(APlan(DoseRoute.Nasal, 56) with { Drug = "esketamine" }, Nasal);

    public static SessionPlan APlan(DoseRoute route, double milligrams) => new()
    {
        Patient = AnId(7),
        PatientName = "Mara Alder",
        Protocol = new("TRD-IV-STD", 1, "aa"),
        Monitoring = new("iv", 1, "bb"),
        Drug = "ketamine",
        Route = route,
        Dose = Mass.Milligrams(milligrams),
        HardCap = Mass.Milligrams(105),
        HardCapPerHour = Mass.Milligrams(210),
        Minutes = 40,
        BagMilliliters = 100,
        Weight = Weight.Kilograms(70),
        WeighedAt = Nine,
        Age = 41,
        Baseline = [new(VitalSign.Systolic, 120)],
    };

    public static Guid AnId(int number) => Guid.ParseExact(number.ToString("x32", CultureInfo.InvariantCulture), "N");

    public static Act At(double minute, Actor? by = null) => new(by ?? Nurse, Nine.AddMinutes(minute), Nine.AddMinutes(minute));

    public static DateTimeOffset Minute(double minute) => Nine.AddMinutes(minute);

    public static ChartedValue[] Vitals(double minute, double systolic = 120, double diastolic = 75, double spo2 = 98) =>
    [
        new(VitalSign.Systolic, systolic, Minute(minute)), new(VitalSign.Diastolic, diastolic, Minute(minute)),
        new(VitalSign.HeartRate, 72, Minute(minute)), new(VitalSign.RespiratoryRate, 14, Minute(minute)),
        new(VitalSign.SpO2, spo2, Minute(minute)), new(VitalSign.Temperature, 36.6, Minute(minute)),
    ];

    public static InfusionStarted TheBag => new("ketamine", Mass.Milligrams(35), 40, 100, 150);

    /// <summary>Decides and, when done, appends; fails the test when refused.</summary>
    public Chairside Then(double minute, Func<Session, Outcome<IReadOnlyList<SessionEvent>>> verb, Actor? by = null)
    {
        var decided = verb(Session);

        Assert.True(decided.IsDone, string.Join("; ", decided.Refusals.Select(refusal => $"{refusal.Code} {refusal.Says}")));
        foreach (var what in decided.Value)
            Session = Session.After(Entry(what, minute, by));
        return this;
    }

    public JournalEntry Entry(SessionEvent what, double minute, Actor? by = null) => new()
    {
        EventId = AnId(1000 + _entries),
        Session = _id,
        Seq = ++_entries,
        By = by ?? Nurse,
        HappenedAt = Minute(minute),
        EnteredAt = Minute(minute),
        ReceivedAt = Minute(minute).AddSeconds(1),
        What = what,
    };

    public Chairside CheckedIn() => Then(1, session => session.CheckIn(At(1), "Chair 2", ["Mara Alder", "1985-05-04"]));

    public Chairside Answered()
    {
        foreach (var gate in Session.Gates.ToArray())
            Then(3, session => session.AnswerGate(At(3, gate.By.Contains(Role.Nurse) ? Nurse : Prescriber), gate.Id, GateAnswer.Met, "as seen"));
        return this;
    }

    public Chairside Charted(double minute, double systolic = 120, double diastolic = 75, double spo2 = 98) => this
        .Then(minute, session => session.ChartVitals(At(minute), Vitals(minute, systolic, diastolic, spo2), new(Position.Seated)))
        .Then(minute, session => session.Rate(At(minute), Scale.Sedation, 5));

    public Chairside Cleared() => CheckedIn().Answered().Charted(4)
        .Then(5, session => session.DecideGo(At(5, Prescriber), go: true, null, Prescriber), Prescriber)
        .Then(6, session => session.TakeTimeOut(At(6), session.Plan.Drug, session.Plan.Dose, SecondNurse, session.PumpFor(session.PumpMilliliters)));

    public Chairside Running() => Cleared().Then(10, session => session.StartInfusion(At(10), TheBag));

    public Chairside Recovering() => Running().Charted(30).Then(50, session => session.StopInfusion(At(50), completed: true));

    public Chairside FitToLeave(double minute)
    {
        // Two pressures a quarter of an hour apart, as the criterion asks.
        foreach (var at in new[] { minute - 15, minute }.Where(at => !Session.Chart.Of(VitalSign.Systolic.Code).Any(value => value.At == Minute(at))))
            Charted(at);
        foreach (var criterion in Session.Pack.Discharge.Criteria)
            Then(minute, session => session.AnswerCriterion(At(minute), criterion.Id, Finding.Met, "seen"));
        // Before the minimum stay is over a prescriber hands over, where the pack lets one shorten it; else it waits.
        var by = Session.MayHandOver(Nurse, Minute(minute)) || !Session.MayHandOver(Prescriber, Minute(minute)) ? Nurse : Prescriber;
        var taken = Session.MayHandOver(by, Minute(minute)) ? minute : (Session.EarliestDischarge!.Value - Minute(0)).TotalMinutes;
        return Then(taken, session => session.HandOver(At(taken, by), new("Noor Alder", "sister", "555 0100", Verified: true)), by)
            .Then(minute, session => session.GiveInstructions(At(minute), new("en", "1", ToPatient: true, ToEscort: true)));
    }

    private static MonitoringPack Pack(string name)
    {
        var read = MonitoringPacks.Read(ContentFolder.Find(), name);
        return read.Value ?? throw new InvalidDataException(string.Join("\n", read.Faults));
    }
}
