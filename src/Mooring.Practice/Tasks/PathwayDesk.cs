using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;

namespace Mooring.Practice.Tasks;

/// <summary>Gathers what every room knows about a person: where they stand and what happened.</summary>
public sealed class PathwayDesk(IEnumerable<ChartPart> parts, StaffDesk staff, TimeProvider clock)
{
    public async Task<PathwayFacts> Facts(Id<Patient> patient, CancellationToken cancel)
    {
        var facts = new PathwayFacts();
        foreach (var part in parts)
            facts = await part.Stand(facts, patient, cancel);
        return facts;
    }

    public async Task<Pathway> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var clinic = await staff.Clinic(cancel) ?? throw new InvalidOperationException("No clinic is entered.");
        return Pathway.Of(await Facts(patient, cancel), clinic.DayOf(clock.GetUtcNow()));
    }

    /// <summary>Everything that happened, newest first.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> Timeline(Id<Patient> patient, CancellationToken cancel)
    {
        List<TimelineEntry> entries = [];
        foreach (var part in parts)
            entries.AddRange(await part.Entries(patient, cancel));
        return [.. entries.OrderByDescending(entry => entry.At)];
    }
}
