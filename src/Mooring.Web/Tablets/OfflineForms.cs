using Microsoft.AspNetCore.Http;
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

    /// <summary>
    /// What can not wait for anybody's PIN: emergency, stop and pause, rescue, vital signs. On a locked screen they are taken,
    /// and marked until somebody confirms them.
    /// </summary>
    public static IReadOnlySet<string> NeverLocked { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "vitals:vitals", "rescue:oxygen", "rescue:no-oxygen", "rescue:medicine", "dose:stop", "dose:pause", "emergency:open", "emergency:act", "emergency:undo", "emergency:over",
    };

    /// <summary>Page and form of what is sent to a session; null for what a tablet may not take.</summary>
    public static string? NameOf(PathString path, string handler) =>
        path.Value?.Split('/') is ["", "sessions", _, var page] && Forms.Contains($"{page}:{handler}", StringComparer.Ordinal) ? $"{page}:{handler}" : null;

    /// <summary>Page and form.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. Events.Select(each => each.Form)];
}
