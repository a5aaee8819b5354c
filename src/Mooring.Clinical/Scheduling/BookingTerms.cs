using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Scheduling;

/// <summary>The rules of the appointment book that belong to no visit type. Read from <c>content/booking.yaml</c>.</summary>
public sealed record BookingTerms
{
    public required int Version { get; init; }

    /// <summary>The last patient has left so long before the clinic closes.</summary>
    public required BookingTime ClosingMargin { get; init; }

    /// <summary>Somebody who has not arrived is late after so long.</summary>
    public required BookingTime LateAfter { get; init; }

    /// <summary>A cancellation so short before is a late one.</summary>
    public required BookingTime LateCancel { get; init; }

    /// <summary>The longest that a time is held for somebody who has not agreed yet.</summary>
    public required BookingTime LongestHold { get; init; }

    /// <summary>A free time is offered on marks so far apart.</summary>
    public required BookingTime Step { get; init; }

    /// <summary>Canceled appointments stay in calendar feeds for so long.</summary>
    public required BookingTime CanceledInFeed { get; init; }

    /// <summary>Whoever did not come, and opened the suicide-risk step within so long before, is called the same day.</summary>
    public required BookingTime RecentRisk { get; init; }

    /// <summary>A consent or an eligibility that ends so soon after a visit is told at the visit.</summary>
    public required BookingTime EndsSoon { get; init; }

    /// <summary>What each kind of resource needs unless the clinic says it of one.</summary>
    public required IReadOnlyList<ResourceDefault> Resources { get; init; }

    public ResourceDefault? For(ResourceKind kind) => Resources.FirstOrDefault(one => one.Kind == kind);
}

/// <summary>A time that the book keeps to.</summary>
public sealed record BookingTime
{
    public required Quantity Is { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public TimeSpan Time => Is.AsTime!.Value;
}

/// <summary>What a kind of resource needs around an appointment.</summary>
public sealed record ResourceDefault
{
    public required ResourceKind Kind { get; init; }

    public Quantity? Before { get; init; }

    public Quantity? After { get; init; }

    public Quantity? StartsApart { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
