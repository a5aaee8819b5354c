using Mooring.Clinical;

namespace Mooring.Web.Layout;

/// <summary>One entry of the menu.</summary>
/// <param name="Says">As it stands in the menu.</param>
/// <param name="Right">Who has not this, is not shown it; the page behind it asks for the same.</param>
public sealed record MenuPlace(string To, string Icon, string Says, Right Right);

/// <summary>The whole menu, in its order.</summary>
public static class Places
{
    public static IReadOnlyList<MenuPlace> All { get; } =
    [
        new("/", "sun", "Today", Right.WorkHere),
        new("/board", "layout-grid", "Board", Right.WatchChairs),
        new("/day", "clipboard-check", "Front desk", Right.ArrangeVisits),
        new("/schedule", "calendar", "Schedule", Right.ArrangeVisits),
        new("/patients", "users", "Patients", Right.FindPatients),
        new("/devices", "monitor", "Devices", Right.WatchChairs),
        new("/library", "book-open", "Library", Right.ReadLibrary),
        new("/unrecognized", "info", "Not recognized", Right.NameUnknowns),
        new("/staff", "user-check", "Staff", Right.ManageStaff),
        new("/notices", "bell", "Notices", Right.CountNotices),
        new("/settings", "settings", "Settings", Right.ManageSettings),
        new("/privacy", "shield-check", "Privacy", Right.ManagePrivacy),
        new("/access-log", "eye", "Access log", Right.ReadAccessLog),
    ];

    public static IEnumerable<MenuPlace> For(Actor by) => All.Where(place => by.May(place.Right));
}
