using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Access;

/// <summary>What a tablet says about an entry that it sends by itself: its name, and when it was entered by the measured clock.</summary>
/// <param name="EnteredAt">Null at its first try: it is entered as it arrives.</param>
internal sealed record WaitedEntry(Guid Id, DateTimeOffset? EnteredAt)
{
    /// <summary>The header with the entry's name; only a tablet of this house sends it.</summary>
    public const string IdHeader = "Mooring-Entry";

    public const string EnteredHeader = "Mooring-Entered-At";

    /// <summary>Null for a form that a browser sends as it always did.</summary>
    public static WaitedEntry? In(HttpRequest request) =>
        Guid.TryParse(request.Headers[IdHeader], CultureInfo.InvariantCulture, out var id) ? new(id, Entered(request)) : null;

    private static DateTimeOffset? Entered(HttpRequest request) =>
        DateTimeOffset.TryParse(request.Headers[EnteredHeader], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var entered)
            ? entered
            : null;
}
