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
/// <param name="Asks">What somebody must be allowed to do for it to be theirs; null where its decision asks more closely, or nobody is refused.</param>
/// <param name="OnAxis">Whether it is named on the time axis of the curve.</param>
/// <param name="OnTablet">Whether a tablet may take it while the server is away. What needs somebody else's say never is.</param>
public sealed record EventTraits(EventKind Kind, Right? Asks, bool OnAxis = false, bool OnTablet = false)
{
    private static readonly FrozenDictionary<Type, EventTraits> Rows = new Dictionary<Type, EventTraits>
    {
        [typeof(SessionOpened)] = new(EventKind.Session, null),
        [typeof(CheckedIn)] = new(EventKind.Session, Right.CheckIn, OnAxis: true),
        [typeof(GateAnswered)] = new(EventKind.Session, Right.AnswerGates),
        [typeof(GoDecided)] = new(EventKind.Session, null),
        [typeof(TimeOut)] = new(EventKind.Session, null),
        [typeof(AccessPlaced)] = new(EventKind.Session, Right.PlaceAccess, OnTablet: true),
        [typeof(AccessChecked)] = new(EventKind.Session, Right.PlaceAccess, OnTablet: true),
        [typeof(AccessRemoved)] = new(EventKind.Session, Right.PlaceAccess, OnTablet: true),
        [typeof(AccessComplicated)] = new(EventKind.Event, Right.PlaceAccess, OnAxis: true, OnTablet: true),
        [typeof(DrugPrepared)] = new(EventKind.Medicine, Right.PrepareDoses),
        [typeof(PreparationChecked)] = new(EventKind.Session, null),
        [typeof(DrugWasted)] = new(EventKind.Session, Right.PrepareDoses),
        [typeof(WasteWitnessed)] = new(EventKind.Session, null),
        [typeof(InfusionStarted)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(RateChanged)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(InfusionPaused)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(InfusionResumed)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(InfusionStopped)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(DoseGiven)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(DeviceUsed)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(BolusGiven)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(HoldStarted)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(HoldEnded)] = new(EventKind.Medicine, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(OxygenSet)] = new(EventKind.Medicine, Right.GiveRescue, OnAxis: true, OnTablet: true),
        [typeof(OxygenStopped)] = new(EventKind.Medicine, Right.GiveRescue, OnAxis: true, OnTablet: true),
        [typeof(RescueGiven)] = new(EventKind.Medicine, Right.GiveRescue, OnAxis: true, OnTablet: true),
        [typeof(EffectAssessed)] = new(EventKind.Session, Right.GiveRescue),
        [typeof(VitalsCharted)] = new(EventKind.Score, Right.ChartVitals, OnTablet: true),
        [typeof(ScaleRated)] = new(EventKind.Score, Right.RateScales, OnTablet: true),
        [typeof(OrthostaticChecked)] = new(EventKind.Score, Right.ChartVitals, OnTablet: true),
        [typeof(NoteAdded)] = new(EventKind.Note, Right.WriteAtTheChair, OnAxis: true, OnTablet: true),
        [typeof(ComfortChanged)] = new(EventKind.Note, Right.WriteAtTheChair, OnTablet: true),
        [typeof(PersonCame)] = new(EventKind.Note, Right.WriteAtTheChair, OnTablet: true),
        [typeof(PersonLeft)] = new(EventKind.Note, Right.WriteAtTheChair, OnTablet: true),
        [typeof(ConcernRaised)] = new(EventKind.Event, Right.WriteAtTheChair, OnTablet: true),
        [typeof(ConcernAnswered)] = new(EventKind.Note, Right.WriteAtTheChair),
        [typeof(AdverseEventRecorded)] = new(EventKind.Event, Right.RecordAdverseEvents, OnAxis: true, OnTablet: true),
        [typeof(AdverseEventFollowed)] = new(EventKind.Session, Right.RecordAdverseEvents),
        [typeof(NoticeAcknowledged)] = new(EventKind.Event, null),
        [typeof(NoticesShown)] = new(EventKind.Session, null),
        [typeof(OwnLimitSet)] = new(EventKind.Session, null),
        [typeof(OwnLimitLifted)] = new(EventKind.Session, null),
        [typeof(EmergencyOpened)] = new(EventKind.Event, null, OnAxis: true, OnTablet: true),
        [typeof(EmergencyAction)] = new(EventKind.Event, null, OnTablet: true),
        [typeof(EmergencyClosed)] = new(EventKind.Event, null, OnAxis: true, OnTablet: true),
        [typeof(EmergencyReviewed)] = new(EventKind.Event, Right.ReviewEmergencies),
        [typeof(RecoveryStarted)] = new(EventKind.Session, Right.GiveDoses, OnAxis: true, OnTablet: true),
        [typeof(DischargeCriterionAnswered)] = new(EventKind.Session, Right.Discharge),
        [typeof(EscortHandedOver)] = new(EventKind.Session, Right.Discharge),
        [typeof(InstructionsGiven)] = new(EventKind.Session, Right.Discharge),
        [typeof(Discharged)] = new(EventKind.Session, Right.Discharge, OnAxis: true),
        [typeof(ArrivedHome)] = new(EventKind.Session, Right.ConfirmArrivalHome),
        [typeof(CareTakenOver)] = new(EventKind.Session, null),
        [typeof(Signed)] = new(EventKind.Session, null),
        [typeof(Corrected)] = new(EventKind.Session, Right.CorrectEntries, OnTablet: true),
        [typeof(AddendumAdded)] = new(EventKind.Note, Right.WriteAtTheChair),
    }.ToFrozenDictionary();

    /// <summary>The events that have a row here.</summary>
    public static IEnumerable<Type> Known => Rows.Keys;

    /// <summary>An event without a row is a fault of the program: a test finds it before anybody else does.</summary>
    public static EventTraits Of(SessionEvent what) => Rows[what.GetType()];

    public static EventTraits Of(Type what) => Rows[what];
}
