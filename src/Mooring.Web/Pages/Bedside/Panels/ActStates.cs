using Mooring.Clinical.Sessions;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>
/// The moments of a session that ask for other buttons. The page holds the buttons of each; which are seen follows the
/// due list, so that they change with it on every tablet that looks, and without the network with what waits there.
/// </summary>
internal static class ActStates
{
    public static string Of(Session session, DateTimeOffset now) => session.Phase switch
    {
        Phase.Arriving => "arriving",
        Phase.Checking => "checking",
        Phase.Ready => "ready",
        Phase.Dosing when session.Infusion?.EmptyAt(now) <= now => "empty",
        Phase.Dosing when session.Infusion is not null => "running",
        Phase.Dosing => "dosing",
        Phase.Paused => "paused",
        Phase.Recovering or Phase.Dischargeable => "over",
        Phase.Signed => "closed",
        _ => "left",
    };
}
