using System.Collections.Frozen;
using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <summary>What an event is about, as its line in the timeline is marked.</summary>
public enum EventKind
{
    /// <summary>A step of the session: arriving, deciding, leaving, signing.</summary>
    Session,

    /// <summary>A drug, oxygen, or another medicine.</summary>
    Medicine,

    /// <summary>Something measured or rated.</summary>
    Score,

    /// <summary>Something that went wrong, or might.</summary>
    Event,

    /// <summary>Something said, written or changed in the room.</summary>
    Note,
}

/// <summary>What must be known of every event beside what it says (<see cref="Describe"/>): one row each, none by default.</summary>
/// <param name="Kind">How the timeline marks it.</param>
/// <param name="OnAxis">Whether it is named on the time axis of the curve.</param>
/// <param name="OnTablet">Whether a tablet may take it while the server is away. What needs somebody else's say never is.</param>
public sealed record EventTraits(EventKind Kind, bool OnAxis = false, bool OnTablet = false)
{
    private static readonly FrozenDictionary<Type, EventTraits> Rows = new Dictionary<Type, EventTraits>
    {
        [typeof(SessionOpened)] = new(EventKind.Session),
        [typeof(CheckedIn)] = new(EventKind.Session, OnAxis: true),
        [typeof(GateAnswered)] = new(EventKind.Session),
        [typeof(GoDecided)] = new(EventKind.Session),
        [typeof(TimeOut)] = new(EventKind.Session),
        [typeof(AccessPlaced)] = new(EventKind.Session, OnTablet: true),
        [typeof(AccessChecked)] = new(EventKind.Session, OnTablet: true),
        [typeof(AccessRemoved)] = new(EventKind.Session, OnTablet: true),
        [typeof(AccessComplicated)] = new(EventKind.Event, OnAxis: true, OnTablet: true),
        [typeof(DrugPrepared)] = new(EventKind.Medicine),
        [typeof(PreparationChecked)] = new(EventKind.Session),
        [typeof(DrugWasted)] = new(EventKind.Session),
        [typeof(WasteWitnessed)] = new(EventKind.Session),
        [typeof(InfusionStarted)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(RateChanged)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(InfusionPaused)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(InfusionResumed)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(InfusionStopped)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(DoseGiven)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(DeviceUsed)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(BolusGiven)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(HoldStarted)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(HoldEnded)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(OxygenSet)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(OxygenStopped)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(RescueGiven)] = new(EventKind.Medicine, OnAxis: true, OnTablet: true),
        [typeof(EffectAssessed)] = new(EventKind.Session),
        [typeof(VitalsCharted)] = new(EventKind.Score, OnTablet: true),
        [typeof(ScaleRated)] = new(EventKind.Score, OnTablet: true),
        [typeof(OrthostaticChecked)] = new(EventKind.Score, OnTablet: true),
        [typeof(NoteAdded)] = new(EventKind.Note, OnAxis: true, OnTablet: true),
        [typeof(ComfortChanged)] = new(EventKind.Note, OnTablet: true),
        [typeof(PersonCame)] = new(EventKind.Note, OnTablet: true),
        [typeof(PersonLeft)] = new(EventKind.Note, OnTablet: true),
        [typeof(ConcernRaised)] = new(EventKind.Event, OnTablet: true),
        [typeof(ConcernAnswered)] = new(EventKind.Note),
        [typeof(AdverseEventRecorded)] = new(EventKind.Event, OnAxis: true, OnTablet: true),
        [typeof(AdverseEventFollowed)] = new(EventKind.Session),
        [typeof(NoticeAcknowledged)] = new(EventKind.Event),
        [typeof(NoticesShown)] = new(EventKind.Session),
        [typeof(OwnLimitSet)] = new(EventKind.Session),
        [typeof(OwnLimitLifted)] = new(EventKind.Session),
        [typeof(EmergencyOpened)] = new(EventKind.Event, OnAxis: true, OnTablet: true),
        [typeof(EmergencyAction)] = new(EventKind.Event, OnTablet: true),
        [typeof(EmergencyClosed)] = new(EventKind.Event, OnAxis: true, OnTablet: true),
        [typeof(EmergencyReviewed)] = new(EventKind.Event),
        [typeof(RecoveryStarted)] = new(EventKind.Session, OnAxis: true, OnTablet: true),
        [typeof(DischargeCriterionAnswered)] = new(EventKind.Session),
        [typeof(EscortHandedOver)] = new(EventKind.Session),
        [typeof(InstructionsGiven)] = new(EventKind.Session),
        [typeof(Discharged)] = new(EventKind.Session, OnAxis: true),
        [typeof(ArrivedHome)] = new(EventKind.Session),
        [typeof(CareTakenOver)] = new(EventKind.Session),
        [typeof(Signed)] = new(EventKind.Session),
        [typeof(Corrected)] = new(EventKind.Session, OnTablet: true),
        [typeof(AddendumAdded)] = new(EventKind.Note),
    }.ToFrozenDictionary();

    /// <summary>The events that have a row here.</summary>
    public static IEnumerable<Type> Known => Rows.Keys;

    /// <summary>An event without a row is a fault of the program: a test finds it before anybody else does.</summary>
    public static EventTraits Of(SessionEvent what) => Rows[what.GetType()];

    public static EventTraits Of(Type what) => Rows[what];
}
