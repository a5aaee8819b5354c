using Microsoft.AspNetCore.Http;
using Mooring.Clinical.Locking;
using Mooring.Web.Access;
using Mooring.Web.Tablets;

namespace Mooring.Web.Locking;

/// <summary>What a locked screen still reaches, and which requests a person makes by hand.</summary>
internal static class LockedPaths
{
    // The ways to say who is there, to go, and what shows nothing of anybody.
    private static readonly string[] Doors =
        ["/unlock", "/lock", "/sign-in", "/sign-out", "/enter", "/join", "/p", "/tablet", "/health", "/metrics", "/not-here", "/not-yours", "/broken", "/offline", "/bedside-worker.js"];

    // What feeds a page that is shown, or asks by itself.
    private static readonly string[] Feeds = ["live", "series", "what-if"];

    private static readonly string[] Displays = ["/board", "/board/live", "/board/wall", "/board/wall/live"];

    public static bool IsDoor(PathString path) => Doors.Any(door => path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a chair and the board show goes on; so do the forms whose entries are taken there.</summary>
    public static bool IsDisplay(PathString path) => path.Value?.Split('/') is ["", "sessions", _, .. var rest]
        ? rest is [] || (rest is [var page] && (OfflineForms.Pages.Contains(page, StringComparer.Ordinal) || Feeds.Contains(page, StringComparer.Ordinal)))
        : Displays.Contains(path.Value, StringComparer.Ordinal);

    public static Workplace Place(PathString path) => path.StartsWithSegments("/sessions", StringComparison.OrdinalIgnoreCase) ? Workplace.Chair : Workplace.Desk;

    /// <summary>Opened or sent by a person, and not by a page that refreshes itself or a tablet that sends what it kept.</summary>
    public static bool IsByHand(HttpRequest request)
    {
        if (IsDoor(request.Path) || (request.Path.Value?.Split('/') is [.., var last] && Feeds.Contains(last, StringComparer.Ordinal)))
            return false;
        return HttpMethods.IsPost(request.Method)
            ? WaitedEntry.In(request)?.EnteredAt is null
            : request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate" || request.Headers.ContainsKey("HX-Request");
    }

    /// <summary>Whether a page would be looked at; a script is not led to one.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate" && !request.Headers.Accept.ToString().Contains("event-stream", StringComparison.OrdinalIgnoreCase);
}
