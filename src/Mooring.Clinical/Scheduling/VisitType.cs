using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Scheduling;

/// <summary>A kind of appointment: how long it is and what it holds meanwhile. Read from <c>content/visit-types</c>.</summary>
public sealed record VisitType
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>The planned contact that it serves; null for one that no plan lays out, such as a consultation.</summary>
    public VisitKind? Serves { get; init; }

    /// <summary>Of dosing: by these routes only.</summary>
    public IReadOnlyList<DoseRoute> Routes { get; init; } = [];

    /// <summary>The patient comes to the clinic, within its hours.</summary>
    public required bool InClinic { get; init; }

    /// <summary>Somebody has to take the patient home.</summary>
    public bool NeedsRide { get; init; }

    /// <summary>One after the other.</summary>
    public required IReadOnlyList<VisitSegment> Segments { get; init; }

    /// <summary>Whether a contact of this kind, by this route, is booked as this.</summary>
    public bool Fits(VisitKind kind, DoseRoute? route) => Serves == kind && (Routes.Count == 0 || (route is { } by && Routes.Contains(by)));
}

/// <summary>Which time of a protocol's stay a segment takes its length from.</summary>
public enum StayPart
{
    Preparation,

    /// <summary>The minutes of the infusion; the segment's own length where nothing is infused.</summary>
    Infusion,

    /// <summary>At least the observation, and as long as the whole visit takes by the protocol.</summary>
    Observation,
}

/// <summary>A part of an appointment in which it needs the same.</summary>
public sealed record VisitSegment
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Unless the protocol says it.</summary>
    public required Quantity Length { get; init; }

    public StayPart? FromStay { get; init; }

    /// <summary>The phase of a session, by which the clinic's rules on staff say how many patients one nurse may have.</summary>
    public Phase? Phase { get; init; }

    /// <summary>The moment to which a nurse gives whole attention; two of one nurse do not coincide.</summary>
    public bool Starts { get; init; }

    public required IReadOnlyList<SegmentNeed> Needs { get; init; }

    /// <summary>Of these kinds, somebody is in the house all the time; nobody in particular.</summary>
    public IReadOnlyList<ResourceKind> OnSite { get; init; } = [];

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>One resource of a kind, or a share of it.</summary>
public sealed record SegmentNeed
{
    public required ResourceKind Kind { get; init; }

    /// <summary>So many patients share one; null where the phase says it, or where nothing is shared.</summary>
    public int? Patients { get; init; }
}
