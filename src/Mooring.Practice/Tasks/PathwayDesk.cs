using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>Gathers what every room knows about a person: where they stand, what happened, what waits.</summary>
public sealed class PathwayDesk(IEnumerable<ChartPart> parts, WaysThatWait ways, PatientDesk patients, StaffDesk staff, TimeProvider clock)
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

    /// <summary>
    /// What waits for this person in any of their roles, without what is not theirs, such as the second reading of an own
    /// first one: who may come to harm, then what is urgent, then the longest waiting.
    /// </summary>
    public async Task<IReadOnlyList<WaitingTask>> WaitingFor(Actor me, CancellationToken cancel)
    {
        List<WaitingTask> tasks = [];
        foreach (var part in parts)
            tasks.AddRange((await part.Waiting(cancel)).Where(task => IsFor(task, me)));
        if (me.May(Right.ReadCharts))
            tasks.AddRange((await Steps(cancel)).Where(task => IsFor(task, me)));
        return [.. tasks.OrderByDescending(task => task.IsAsked).ThenByDescending(task => task.IsRisk).ThenByDescending(task => task.IsUrgent).ThenBy(task => task.Since ?? DateTimeOffset.MaxValue)];
    }

    private static bool IsFor(WaitingTask task, Actor me) => me.IsOneOf(task.For) && task.NotFor != me.Id;

    // The next step of each way, one line with its verb and its name; what other parts say already is left to them.
    private async Task<IReadOnlyList<WaitingTask>> Steps(CancellationToken cancel)
    {
        var today = (await staff.Clinic(cancel))!.DayOf(clock.GetUtcNow());
        List<WaitingTask> tasks = [];
        foreach (var id in await ways.Find(cancel))
        {
            var facts = await Facts(id, cancel);
            if (StepTasks.Of(id, (await patients.Find(id, cancel))!.ShortName, facts, Pathway.Of(facts, today).Next, today) is { } task)
                tasks.Add(task);
        }

        return tasks;
    }
}
