namespace Mooring.Web.Tablets;

/// <summary>
/// Which forms at the chair a tablet may take while the server is away: what happened there, and nothing that needs
/// somebody else's say, such as go, time-out, release and signature. A form that is not named here needs the server.
/// </summary>
internal static class KeptForms
{
    /// <summary>The pages a tablet keeps a sealed copy of, below the session's own.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["", "vitals", "scales", "note", "adverse-event", "dose", "access", "comfort", "concerns", "rescue", "standing", "emergency"];

    /// <summary>Page and form.</summary>
    public static IReadOnlyList<string> Forms { get; } =
    [
        "vitals:vitals",
        "scales:scales",
        "note:note",
        "adverse-event:adverse",
        "access:access",
        "access:look",
        "access:trouble",
        "access:out",
        "comfort:comfort",
        "comfort:other",
        "comfort:comes",
        "comfort:goes",
        "concerns:says",
        "rescue:oxygen",
        "rescue:no-oxygen",
        "rescue:medicine",
        "standing:standing",
        "dose:start",
        "dose:pause",
        "dose:resume",
        "dose:rate",
        "dose:stop",
        "dose:inject",
        "dose:device",
        "dose:bolus",
        "dose:hold",
        "dose:hold-end",
        "dose:recovery",
        "emergency:open",
        "emergency:act",
        "emergency:undo",
        "emergency:over",
    ];
}
