using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Clinical.Watching;
using Mooring.Web.Components;

namespace Mooring.Web.Pages.Bedside.Panels;

/// <summary>Where each thing that is due is done.</summary>
internal static class DueLinks
{
    public static DueView View(Session session, DueItem item, DateTimeOffset now) => new(
        item.Says, By(item.By), item.Id.StartsWith("notice-", StringComparison.Ordinal) ? item.OverdueAt ?? item.At : item.At, item.IsDue(now), $"/sessions/{session.Id}/{Page(session, item)}")
    { Roles = item.By, IsStep = item.IsStep, Stays = item.Id is "emergency-review" or "reason" };

    public static string By(IReadOnlyList<Role> roles) => string.Join(" or ", roles.Select(Words.Of));

    private static string Page(Session session, DueItem item) => item.Id switch
    {
        "check-in" => "check-in",
        "gates" => "gates",
        "go" => "go",
        "time-out" => "time-out",
        "reason" or "start" or "infusion-end" or "device" or "paused" => "dose",
        "discharge-check" or "discharge" => "discharge",
        "sign" => "sign",
        "emergency-review" => "emergency/complete",
        "concern" => "concerns",
        "second-preparation" or "second-waste" or "waste" => "preparation",
        "locked" => "locked",
        "effect" => "rescue",
        "hold" => "dose",
        var id when id.StartsWith("notice-", StringComparison.Ordinal) => "notices",
        _ when item.Missing is [var only] && Scale.Find(only) is not null => "scales#" + only,
        _ when item.Missing.Count > 0 => item.Missing.All(code => Scale.Find(code) is not null) ? "scales#" + item.Missing[0] : "vitals",
        _ => item.Measures.All(code => Scale.Find(code) is not null) ? "scales" : "vitals",
    };
}
