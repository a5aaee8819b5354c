using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Storage.Access;

namespace Mooring.Storage.Pathways;

/// <summary>Gathers what every room knows about a person: where they stand, what happened, what waits.</summary>
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

    /// <summary>What waits for this role, urgent first, then the longest waiting.</summary>
    /// <param name="me">Leaves out what this person may not do, such as the second reading of an own first one.</param>
    public async Task<IReadOnlyList<WaitingTask>> WaitingFor(Role role, CancellationToken cancel, Guid? me = null)
    {
        List<WaitingTask> tasks = [];
        foreach (var part in parts)
            tasks.AddRange((await part.Waiting(cancel)).Where(task => task.For.Contains(role) && (me is null || task.NotFor != me)));
        return [.. tasks.OrderByDescending(task => task.IsAsked).ThenByDescending(task => task.IsUrgent).ThenBy(task => task.Since ?? DateTimeOffset.MaxValue)];
    }
}
