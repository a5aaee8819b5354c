using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Kinetics;

namespace Mooring.Storage.Series;

/// <summary>
/// Subjects just asked for. A chart that is open asks again and again, and what is found of a person moves no curve: a
/// finding stands beside it a minute later at most.
/// </summary>
public sealed class SubjectShelf(TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(Guid Clinic, Guid Patient, string Protocol), (DateTimeOffset At, Subject Subject)> kept = new();

    public async Task<Subject> Of(Id<Clinic> clinic, Id<Patient> patient, string protocol, Func<Task<Subject>> find)
    {
        var (key, now) = ((clinic.Value, patient.Value, protocol), clock.GetUtcNow());
        if (kept.TryGetValue(key, out var before) && now >= before.At && now - before.At < Fresh)
            return before.Subject;
        var found = await find();
        if (kept.Count >= Most)
            kept.Clear();
        kept[key] = (now, found);
        return found;
    }
}
