using Mooring.Clinical.Protocols;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Content.Yaml;
using Mooring.Kinetics.Quantities;

namespace Mooring.Content.Checks;

/// <summary>What is planned can be booked, as long as the protocol wants it watched and with as many people as the clinic's rules ask for.</summary>
internal static class BookingCheck
{
    private const int MostSharing = 10;

    private static readonly VisitKind[] Booked = [VisitKind.Preparation, VisitKind.Dosing, VisitKind.FollowUpCall, VisitKind.Integration, VisitKind.Review];

    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
    [
        .. library.VisitTypes.Values.SelectMany(type => Of(type.Value, library).Select(says => new LibraryFault(says.Code, type.File, 0, says.Says))),
        .. library.Booking is { } terms ? Terms(terms.Value).Select(says => new LibraryFault("LIB432", terms.File, 0, says)) : [],
        .. Unbooked(library).Select(says => new LibraryFault("LIB436", "visit-types", 0, says)),
    ];

    private static IEnumerable<(string Code, string Says)> Of(VisitType type, ClinicalLibrary library)
    {
        if (type.Segments.Count == 0)
            yield return ("LIB433", $"'{type.Id}' has no segment; say at least one with its length.");
        if (type.Serves == VisitKind.Dosing && !type.Segments.Any(segment => segment.FromStay == StayPart.Observation))
            yield return ("LIB434", $"'{type.Id}' is a dosing visit and has no segment 'from-stay: observation', so that nobody would be watched as long as the protocol wants.");
        foreach (var segment in type.Segments)
        {
            if (!IsLong(segment.Length))
                yield return ("LIB432", $"The length of '{segment.Id}' is a time that is longer than nothing, such as 30 min.");
            foreach (var need in segment.Needs)
            {
                if (need.Patients is < 1 or > MostSharing)
                    yield return ("LIB435", $"One {need.Kind} in '{segment.Id}' is shared by 1 to {MostSharing} patients.");
                else if (Laxer(segment, need, library))
                    yield return ("LIB435", $"In '{segment.Id}' one nurse has more patients than staffing.yaml allows in that phase.");
            }
        }
    }

    private static bool Laxer(VisitSegment segment, SegmentNeed need, ClinicalLibrary library) => need is { Kind: ResourceKind.Nurse, Patients: { } patients }
        && library.Staffing?.Value.Ratios.FirstOrDefault(ratio => segment.Phase is { } phase && ratio.Phases.Contains(phase)) is { } rule && patients > rule.Patients;

    private static IEnumerable<string> Terms(BookingTerms terms)
    {
        (string Name, BookingTime Time)[] times =
        [
            ("closing-margin", terms.ClosingMargin), ("late-after", terms.LateAfter), ("late-cancel", terms.LateCancel), ("longest-hold", terms.LongestHold),
            ("step", terms.Step), ("canceled-in-feed", terms.CanceledInFeed), ("recent-risk", terms.RecentRisk), ("ends-soon", terms.EndsSoon),
        ];
        foreach (var (name, _) in times.Where(time => time.Time.Is.AsTime is not { Ticks: >= 0 } given || (given == TimeSpan.Zero && time.Name == "step")))
            yield return $"'{name}' is a time, such as 15 min.";
        foreach (var one in terms.Resources.Where(one => new[] { one.Before, one.After, one.StartsApart }.Any(time => time is { } given && given.AsTime is not { Ticks: >= 0 })))
            yield return $"What a {one.Kind} needs around a visit is a time, such as 15 min.";
    }

    private static IEnumerable<string> Unbooked(ClinicalLibrary library)
    {
        var types = library.VisitTypes.Values.Select(type => type.Value).ToList();
        foreach (var kind in Booked.Where(kind => !types.Exists(type => type.Serves == kind)))
            yield return $"No visit type serves what a plan calls {kind}.";
        foreach (var route in library.Protocols.Select(protocol => protocol.Route).Distinct().Where(route => types.Count(type => type.Fits(VisitKind.Dosing, route)) != 1))
            yield return $"Dosing by the route {route} is served by one visit type, not by {types.Count(type => type.Fits(VisitKind.Dosing, route))}.";
    }

    private static bool IsLong(Quantity length) => length.AsTime is { Ticks: > 0 };
}
