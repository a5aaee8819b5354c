using System.Globalization;

namespace Mooring.Clinical.Rules;

/// <summary>
/// A source that claims rest on. What was not compared with the source itself is not <see cref="Checked"/>; a title that
/// nobody read is null, and <see cref="Described"/> says in our own words what the source is.
/// </summary>
public sealed record Reference
{
    public required string Id { get; init; }

    /// <summary>As printed on the source; null when it was not read there.</summary>
    public string? Title { get; init; }

    /// <summary>Our description, never to be shown as a title.</summary>
    public string? Described { get; init; }

    public string? Authors { get; init; }

    public int? Year { get; init; }

    public string? Edition { get; init; }

    /// <summary>Journal, volume and pages.</summary>
    public string? In { get; init; }

    public required BasisKind Kind { get; init; }

    public string? Link { get; init; }

    /// <summary>How much of it was read.</summary>
    public string? Note { get; init; }

    /// <summary>True where nobody read the text itself: what is cited from it is general knowledge.</summary>
    public bool Unread { get; init; }

    /// <summary>Title, authors and year were compared with the source or a catalog of it.</summary>
    public bool Checked { get; init; }

    /// <summary>One line for a reader. A description stands in brackets, so that nobody takes it for a title.</summary>
    public string Shown => string.Join(". ", new[] { Authors, Title ?? $"[{Described}]", In, Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>())
        + (Checked ? "" : " (details not checked)");
}
