using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Staffing;

namespace Mooring.Content.Library;

/// <summary>The library as the appointment book asks for it. Throws on a library with faults.</summary>
public sealed class BookingContent(ClinicalLibrary library)
{
    private readonly ClinicalLibrary library = library.Sound();

    public BookingTerms Terms => library.Booking!.Value;

    public StaffingTerms Staffing => library.Staffing!.Value;

    /// <summary>By name.</summary>
    public IReadOnlyList<VisitType> Types => [.. library.VisitTypes.Values.Select(type => type.Value).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public VisitType? Type(string? id) => id is null ? null : library.VisitTypes.GetValueOrDefault(id)?.Value;

    /// <summary>As what a planned contact is booked; null for what is no appointment, such as a message.</summary>
    /// <param name="route">Of the protocol that it is planned by.</param>
    public VisitType? TypeFor(VisitKind kind, DoseRoute? route) => Types.FirstOrDefault(type => type.Fits(kind, route));

    public Protocol? Protocol(string? id) => library.Protocols.FirstOrDefault(protocol => string.Equals(protocol.Id, id, StringComparison.OrdinalIgnoreCase));
}
