namespace Mooring.Clinical.Scheduling;

/// <summary>What an appointment can need of the clinic.</summary>
public enum ResourceKind
{
    Chair,
    Room,
    Nurse,
    Prescriber,
    Therapist,
    Monitor,
    Ride,
}

/// <summary>A chair, a room, a person or a thing that appointments hold.</summary>
/// <param name="Id">Of a chair or a person it is theirs.</param>
/// <param name="Kinds">What it can serve as. Somebody who is nurse and prescriber has one day for both.</param>
public sealed record Resource(Id<Resource> Id, string Name, IReadOnlyList<ResourceKind> Kinds)
{
    /// <summary>All of one resource, as parts: so many that each share of one in two to one in ten is a whole number.</summary>
    public const int Whole = 2520;

    /// <summary>Where a chair stands; null for all else.</summary>
    public string? Where { get; init; }

    /// <summary>How many appointments hold the whole of it at once.</summary>
    public int Capacity { get; init; } = 1;

    /// <summary>Needed before each appointment, and after it.</summary>
    public TimeSpan Before { get; init; }

    public TimeSpan After { get; init; }

    /// <summary>Two starts lie at least so far apart.</summary>
    public TimeSpan StartsApart { get; init; }

    /// <summary>It stays in the book of the past, and is booked no more.</summary>
    public bool IsRetired { get; init; }

    public bool IsA(ResourceKind kind) => Kinds.Contains(kind);

    /// <summary>Somebody who works here, rather than a place or a thing.</summary>
    public bool IsPerson => Kinds.Any(kind => kind is ResourceKind.Nurse or ResourceKind.Prescriber or ResourceKind.Therapist);

    /// <summary>Kinds that a clinic may do without: they are held only where it has entered one.</summary>
    public static bool IsOptional(ResourceKind kind) => kind is ResourceKind.Room or ResourceKind.Monitor or ResourceKind.Ride;
}

/// <summary>A time in which somebody is not here.</summary>
/// <param name="Person">The same id as their resource.</param>
public sealed record Leave(Id<Leave> Id, Id<Resource> Person, DateTimeOffset From, DateTimeOffset Until);

/// <summary>How kinds of resources are said.</summary>
public static class ResourceWords
{
    public static string Of(ResourceKind kind) => kind.ToString().ToLowerInvariant();
}
