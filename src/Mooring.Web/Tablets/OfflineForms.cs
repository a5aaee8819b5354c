using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Web.Tablets;

/// <summary>
/// Which forms at the chair a tablet may take while the server is away: what happened there, and nothing that needs
/// somebody else's say, such as go, time-out, release and signature. A form that is not named here needs the server.
/// </summary>
public static class OfflineForms
{
    /// <summary>The pages a tablet keeps a sealed copy of, below the session's own.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["", "vitals", "scales", "note", "adverse-event", "dose", "access", "comfort", "concerns", "rescue", "standing", "emergency"];

    /// <summary>Page and form, and the event that each sends: one that a tablet may take (<see cref="EventTraits.OnTablet"/>).</summary>
    public static IReadOnlyList<(string Form, Type Event)> Events { get; } =
    [
        ("vitals:vitals", typeof(VitalsCharted)),
        ("scales:scales", typeof(ScaleRated)),
        ("note:note", typeof(NoteAdded)),
        ("adverse-event:adverse", typeof(AdverseEventRecorded)),
        ("access:access", typeof(AccessPlaced)),
        ("access:look", typeof(AccessChecked)),
        ("access:trouble", typeof(AccessComplicated)),
        ("access:out", typeof(AccessRemoved)),
        ("comfort:comfort", typeof(ComfortChanged)),
        ("comfort:other", typeof(ComfortChanged)),
        ("comfort:comes", typeof(PersonCame)),
        ("comfort:goes", typeof(PersonLeft)),
        ("concerns:says", typeof(ConcernRaised)),
        ("rescue:oxygen", typeof(OxygenSet)),
        ("rescue:no-oxygen", typeof(OxygenStopped)),
        ("rescue:medicine", typeof(RescueGiven)),
        ("standing:standing", typeof(OrthostaticChecked)),
        ("dose:start", typeof(InfusionStarted)),
        ("dose:pause", typeof(InfusionPaused)),
        ("dose:resume", typeof(InfusionResumed)),
        ("dose:rate", typeof(RateChanged)),
        ("dose:stop", typeof(InfusionStopped)),
        ("dose:inject", typeof(DoseGiven)),
        ("dose:device", typeof(DeviceUsed)),
        ("dose:bolus", typeof(BolusGiven)),
        ("dose:hold", typeof(HoldStarted)),
        ("dose:hold-end", typeof(HoldEnded)),
        ("dose:recovery", typeof(RecoveryStarted)),
        ("emergency:open", typeof(EmergencyOpened)),
        ("emergency:act", typeof(EmergencyAction)),
        ("emergency:undo", typeof(Corrected)),
        ("emergency:over", typeof(EmergencyClosed)),
    ];

    /// <summary>Page and form.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. Events.Select(each => each.Form)];
}
