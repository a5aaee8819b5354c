using Mooring.Clinical.Protocols;
using Mooring.Clinical.Staffing;

namespace Mooring.Clinical.Scheduling;

/// <summary>A segment with its times counted from the start of the appointment, and what it holds.</summary>
public sealed record SegmentTime(VisitSegment Segment, TimeSpan From, TimeSpan Until, IReadOnlyList<(ResourceKind Kind, int Share)> Holds);

/// <summary>How long each part of a visit is: as the protocol says, and else as the visit type does.</summary>
public static class VisitLengths
{
    /// <param name="protocol">Of a dosing visit; null for all else.</param>
    public static IReadOnlyList<SegmentTime> Of(VisitType type, Protocol? protocol, StaffingTerms staffing)
    {
        ArgumentNullException.ThrowIfNull(type);
        var lengths = type.Segments.Select(segment => Length(segment, protocol)).ToList();
        var watch = type.Segments.Index().FirstOrDefault(one => one.Item.FromStay == StayPart.Observation).Index;
        // A visit that takes longer by its protocol than its parts together is watched longer.
        if (protocol?.Stay.VisitLow.AsTime is { } whole && type.Segments[watch].FromStay == StayPart.Observation && Sum(lengths) < whole)
            lengths[watch] += whole - Sum(lengths);

        List<SegmentTime> times = [];
        var from = TimeSpan.Zero;
        foreach (var (segment, length) in type.Segments.Zip(lengths))
        {
            times.Add(new(segment, from, from + length, [.. segment.Needs.Select(need => (need.Kind, Share(need, segment, staffing)))]));
            from += length;
        }

        return times;
    }

    /// <summary>From the first minute to the last.</summary>
    public static TimeSpan Whole(VisitType type, Protocol? protocol, StaffingTerms staffing) => Of(type, protocol, staffing)[^1].Until;

    /// <summary>How many patients may share what this needs; one where nothing is shared.</summary>
    public static int Patients(SegmentNeed need, VisitSegment segment, StaffingTerms staffing)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(staffing);
        return need.Patients
            ?? (need.Kind == ResourceKind.Nurse && segment.Phase is { } phase ? staffing.Ratios.FirstOrDefault(ratio => ratio.Phases.Contains(phase))?.Patients : null)
            ?? 1;
    }

    private static int Share(SegmentNeed need, VisitSegment segment, StaffingTerms staffing) => Resource.Whole / Patients(need, segment, staffing);

    private static TimeSpan Length(VisitSegment segment, Protocol? protocol) => segment.FromStay switch
    {
        StayPart.Preparation => protocol?.Stay.Preparation.AsTime,
        StayPart.Infusion => protocol?.Infusion?.AsTime,
        StayPart.Observation => protocol?.Stay.Observation.AsTime,
        _ => null,
    } ?? segment.Length.AsTime!.Value;

    private static TimeSpan Sum(IEnumerable<TimeSpan> lengths) => lengths.Aggregate(TimeSpan.Zero, (sum, one) => sum + one);
}
