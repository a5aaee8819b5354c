using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;
using Mooring.Kinetics.Quantities;

namespace Mooring.Practice.Curves;

/// <summary>What is named on the time axis, in a word or two; what was corrected appears as corrected.</summary>
public static class EventMarks
{
    public static IReadOnlyList<Mark> Of(Session session) =>
    [
        .. from entry in session.Told
           let said = Of(entry.What)
           where said is not null
           select new Mark(entry.HappenedAt.ToUnixTimeMilliseconds() / 1000.0, said.Value.Kind, said.Value.Label),
    ];

    /// <summary>Those about the drug whose curve is drawn; oxygen and other medicines are none of it.</summary>
    public static IReadOnlyList<Mark> Doses(Session session) => [.. Of(session).Where(mark => mark.Kind == "dose")];

    /// <summary>Its kind and label; null for what is not named on the axis.</summary>
    public static (string Kind, string Label)? Of(SessionEvent what) => what switch
    {
        InfusionStarted e => ("dose", $"Infusion {Mg(e.Amount)}"),
        RateChanged e => ("dose", $"{N(e.MillilitersPerHour)} mL/h"),
        InfusionPaused => ("dose", "Paused"),
        InfusionResumed => ("dose", "Resumed"),
        InfusionStopped e => ("dose", e.Completed ? "Completed" : "Stopped"),
        DoseGiven e => ("dose", $"Injection {Mg(e.Amount)}"),
        DeviceUsed e => ("dose", $"Device {N(e.Number)}, {Mg(e.Amount)}"),
        BolusGiven e => ("dose", $"Bolus {Mg(e.Amount)}"),
        HoldStarted e => ("dose", $"Under the tongue {Mg(e.Amount)}"),
        HoldEnded => ("hold", "Hold ended"),
        RescueGiven e => ("medicine", $"Medicine: {e.Medicine} {e.Dose}"),
        OxygenSet e => ("oxygen", $"Oxygen {N(e.LitersPerMinute)} L/min"),
        OxygenStopped => ("oxygen", "Oxygen stopped"),
        AdverseEventRecorded e => ("adverse", $"{e.Term}, grade {N(e.Grade)}"),
        AccessComplicated e => ("adverse", $"IV line: {e.Kind}"),
        EmergencyOpened => ("adverse", "Emergency"),
        EmergencyClosed => ("adverse", "Emergency over"),
        NoteAdded => ("note", "Note"),
        CheckedIn => ("step", "Checked in"),
        RecoveryStarted => ("step", "Recovery"),
        Discharged => ("step", "Discharged"),
        _ => EventTraits.Of(what).OnAxis ? throw new System.Diagnostics.UnreachableException(what.GetType().Name) : null,
    };

    private static string Mg(Mass amount) => $"{N(amount.InMilligrams)} mg";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
