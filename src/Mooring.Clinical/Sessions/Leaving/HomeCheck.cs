namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>How somebody makes sure that the patient arrived at home. Read from <c>content/home-check.yaml</c>.</summary>
public sealed record HomeCheck
{
    public required int Version { get; init; }

    /// <summary>How long after leaving it is asked.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>How long it stays on the list when nobody answers.</summary>
    public required TimeSpan AskedFor { get; init; }

    public required string Does { get; init; }

    /// <summary>Who asks.</summary>
    public required IReadOnlyList<Role> By { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>From when it is to be asked; null when it is not, or not any more.</summary>
    public DateTimeOffset? DueAt(Session session, DateTimeOffset now) =>
        session.Home is null && session.LeftAt is { } left && now < left + AskedFor ? left + After : null;
}
