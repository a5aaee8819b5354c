using System.Reflection;
using System.Text;
using System.Text.Json;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Json;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Sessions.Preparing;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;
using Mooring.Practice.Curves;
using Mooring.Web.Tablets;
using static Mooring.Tests.Clinical.Sessions.Chairside;

namespace Mooring.Tests.Clinical.Sessions;

public class KeepingEvents
{
    private static readonly SessionEvent[] Samples =
    [
        new SessionOpened(APlan(DoseRoute.Nasal, 56) with { Flags = ["could-be-pregnant"], Needs = ["interpreter"] }),
        new CheckedIn("Chair 2", ["Mara Alder", "1985-05-04"]) { Note = "came by train" },
        new GateAnswered("confirm-escort", GateAnswer.NotApplicable, "Noor", "calls at noon"),
        new GoDecided(true, Prescriber, "tea only"),
        new TimeOut("ketamine", Mass.Milligrams(41.2), SecondNurse),
        new AccessPlaced("left forearm", "22 G", 2),
        TheBag with { OverPlan = "tolerant" },
        new RateChanged(133.33, "drowsy"),
        new InfusionPaused("pressure"),
        new InfusionResumed(),
        new InfusionStopped(false, "asked to stop"),
        new DoseGiven("ketamine", Mass.Milligrams(0.1), "left deltoid") { OverPlan = "x" },
        new DeviceUsed(3, Mass.Milligrams(28)),
        new VitalsCharted([new(VitalSign.EtCO2, 38.5, Nine, ValueSource.Device) { Device = "monitor-2", Reading = "r1", Confirmed = true }], Position.OnSide, CuffSite.LeftArm),
        new ScaleRated(Scale.Dissociation, 7, "smiles"),
        new NoteAdded("Sees colors — «azul» 🌊", NoteAbout.Music),
        new AdverseEventRecorded("nausea", 2, "ondansetron as ordered", AdverseOutcome.ResolvedWithHarm) { Verbatim = "queasy" },
        new EmergencyOpened("laryngospasm"),
        new EmergencyAction("jaw thrust", "held") { Card = "laryngospasm" },
        new EmergencyClosed("breathing"),
        new EmergencyReviewed(AnId(6), "no air", AdverseOutcome.Resolved, ["Prescriber"]) { NoHarm = true, TransferredTo = "County Hospital" },
        new RecoveryStarted(),
        new DischargeCriterionAnswered("be-alert", Finding.NotMet, "4", "drowsy"),
        new EscortHandedOver("Noor Alder", "sister", "555 0100", true),
        new InstructionsGiven("es", "3", true, false),
        new Discharged([new(Waiver.MinimumStay, "lives next door")]),
        new ArrivedHome(Teller.SomebodyElse, "a neighbor", "asleep"),
        new Signed(Role.Prescriber, "reviewed"),
        new Corrected(AnId(5), "typed wrong", new RateChanged(100, "typed wrong"), Nine),
        new AddendumAdded("called back", "asked"),
        new AccessChecked("flushed"),
        new AccessComplicated("extravasation", "Stopped, line out", "2 cm"),
        new AccessRemoved(false, "red"),
        new DrugPrepared("ketamine", "L42", new DateOnly(2027, 1, 31), 50, 0.7, Mass.Milligrams(35)) { Vial = "17", Opened = Mass.Milligrams(500), Diluent = "0.9% sodium chloride", TotalMilliliters = 100, Why = "as drawn" },
        new PreparationChecked(AnId(8)),
        new DrugWasted("ketamine", Mass.Milligrams(465), "Drug disposal bottle"),
        new WasteWitnessed(AnId(9)),
        new BolusGiven("ketamine", Mass.Milligrams(5), 2, "start") { OverPlan = "x" },
        new HoldStarted("ketamine", Mass.Milligrams(100)) { OverPlan = "x" },
        new HoldEnded(HoldEnd.SpatOut, "bitter"),
        new ComfortChanged("music", "Music off"),
        new PersonCame("Lark Sedge", "therapist"),
        new PersonLeft("Lark Sedge"),
        new ConcernRaised("chest-pain", "Chest pain", "it squeezes"),
        new ConcernAnswered(AnId(10), "ECG taken"),
        new OxygenSet(2, "Nasal cannula"),
        new OxygenStopped("98% on air"),
        new RescueGiven("Ondansetron", "4 mg", "IV", "Nausea", new("Cleo Hawthorn", OrderWay.Verbal, Nine, true)) { LookAfterMinutes = 30 },
        new EffectAssessed(AnId(11), Effect.Partial, "less"),
        new AdverseEventFollowed(AnId(12), AdverseOutcome.Resolved, "slept"),
        new NoticeAcknowledged("pressure", Nine, LimitLevel.Critical, "Infusion paused"),
        new OwnLimitSet("nibp-sys", LimitLevel.Warn, BoundKind.RisesBy, 40, "high at rest", Prescriber, true),
        new OwnLimitLifted("nibp-sys", LimitLevel.Warn, BoundKind.RisesBy, "settled"),
        new NoticesShown(2.5, [new("pressure", LimitLevel.Critical, Nine, Nine.AddMinutes(4)) { AnsweredAt = Nine.AddMinutes(1), SecondsBeyond = 240 }]),
        new LockedConfirmed([AnId(13)], "Ben Rowan"),
        new CareTakenOver(SecondNurse, "calm, 20 mg in"),
        new OrthostaticChecked(Position.Supine, new(120, 75, 70), false, new(112, 72, 80), new(115, 74)),
    ];

    public static TheoryData<int> Every => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Every))]
    public void Reads_back_what_it_wrote(int sample)
    {
        var bytes = SessionJson.Bytes(Infusion().Entry(Samples[sample], 5));

        var again = SessionJson.Read(bytes);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(SessionJson.Bytes(again)));
        Assert.Equal(Samples[sample].GetType(), again.What.GetType());
    }

    [Fact]
    public void Every_event_has_a_sample_and_a_name_of_its_own()
    {
        var events = typeof(SessionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SessionEvent))).ToArray();

        Assert.Equal(events.Select(type => type.Name).Order(), Samples.Select(sample => sample.GetType().Name).Order());
        Assert.Equal(events.Length, EventTraits.Known.Select(type => EventTraits.Of(type).StoredAs).Distinct().Count());
    }

    // Signed records are read by these names: a new event adds its line, and no line is ever changed.
    [Fact]
    public void Every_event_is_stored_under_the_name_it_always_had() => Assert.Equal(
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", "stored_event_names.tsv")),
        EventTraits.Known.Select(type => $"{type.Name}\t{EventTraits.Of(type).StoredAs}").Order(StringComparer.Ordinal));

    [Fact]
    public void What_may_be_missing_has_a_default_because_nothing_is_written_for_it()
    {
        var nullability = new NullabilityInfoContext();
        var parameters = Samples.SelectMany(sample => sample.GetType().GetConstructors().SelectMany(constructor => constructor.GetParameters()));

        Assert.All(
            parameters.Where(parameter => nullability.Create(parameter).ReadState == NullabilityState.Nullable),
            parameter => Assert.True(parameter.HasDefaultValue, $"{parameter.Member.DeclaringType?.Name}.{parameter.Name}"));
    }

    [Fact]
    public void Every_event_has_a_kind_a_mark_and_a_rule_for_the_tablet()
    {
        Assert.Equal(Samples.Select(sample => sample.GetType().Name).Order(), EventTraits.Known.Select(type => type.Name).Order());
        Assert.Equal(
            EventTraits.Known.Where(type => EventTraits.Of(type).OnTablet).Select(type => type.Name).Order(),
            OfflineForms.Events.Select(each => each.Event.Name).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_event_is_named_on_the_axis_or_said_not_to_be(int sample) =>
        Assert.Equal(EventTraits.Of(Samples[sample]).OnAxis, EventMarks.Of(Samples[sample]) is not null);

    [Fact]
    public void Every_event_can_be_told() =>
        Assert.All(Samples, sample => Assert.NotEmpty(Describe.What(sample, Iv)));

    [Theory]
    [InlineData("""{"$type":"no-such-thing"}""")]
    [InlineData("""{"$type":"device-used","number":1,"amount":28}""")]
    [InlineData("""{"$type":"device-used","number":1,"amount":"28 g"}""")]
    [InlineData("""{"$type":"device-used","number":1}""")]
    [InlineData("""{"$type":"resumed","why":"no"}""")]
    [InlineData("""{"$type":"signed","as":"janitor"}""")]
    [InlineData("""{"$type":"note","text":null}""")]
    public void Guesses_nothing(string json)
    {
        void Read() => JsonSerializer.Deserialize<SessionEvent>(json, SessionJson.Options);

        Assert.ThrowsAny<Exception>(Read);
    }
}
