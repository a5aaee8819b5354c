using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;

namespace Mooring.Web.Pages.Bedside;

/// <summary>How the bedside says where a session stands.</summary>
public static class PhaseWords
{
    public static string Of(Phase phase, Session session) => phase switch
    {
        Phase.Arriving => "Not checked in yet",
        Phase.Checking => session.Decision is { Go: true } ? "Time-out" : "Checks before the start",
        Phase.Ready => "Ready to start",
        Phase.Dosing when session.Infusion is not null => "Infusion running",
        Phase.Dosing => "Dosing",
        Phase.Paused => "Infusion paused",
        Phase.Recovering => "Recovery",
        Phase.Dischargeable => "May leave",
        Phase.Discharged => "Discharged, to be signed",
        Phase.Signed => "Signed and closed",
        _ => "Not today",
    };

    /// <summary>What runs: 36 mg over 40 min, 150 mL/h.</summary>
    public static string? Detail(Session session) => session switch
    {
        { Infusion: { StoppedAt: null } infusion } => string.Create(
            CultureInfo.InvariantCulture,
            $"{infusion.Hung.Amount.InMilligrams:0.##} mg over {infusion.Hung.Minutes:0.##} min, {infusion.MillilitersPerHour:0.##} mL/h"),
        { PlannedDevices: { } planned } when session.Phase < Phase.Recovering => $"{Plain(session.DevicesUsed)} of {Plain(planned)} devices used",
        _ => session.Chair,
    };

    public static string Dose(SessionPlan plan) => string.Create(CultureInfo.InvariantCulture, $"{plan.Dose.InMilligrams:0.##} mg");

    private static string Plain(int count) => count.ToString(CultureInfo.InvariantCulture);
}
