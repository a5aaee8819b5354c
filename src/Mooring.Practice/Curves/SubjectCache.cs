using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Kinetics;
using Mooring.Storage;

namespace Mooring.Practice.Curves;

/// <summary>
/// Subjects just asked for. A chart that is open asks again and again, and what is found of a person moves no curve: a
/// finding stands beside it a minute later at most.
/// </summary>
public sealed class SubjectCache(TimeProvider clock) : IDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly RecentlyUsed<(Guid Clinic, Guid Patient, string Protocol), (DateTimeOffset At, Subject Subject)> kept = new(Most);

    public async Task<Subject> Of(Id<Clinic> clinic, Id<Patient> patient, string protocol, Func<Task<Subject>> find)
    {
        var (key, now) = ((clinic.Value, patient.Value, protocol), clock.GetUtcNow());
        if (kept.TryGet(key, out var before) && now >= before.At && now - before.At < Fresh)
            return before.Subject;
        var found = await find();
        kept.Keep(key, (now, found));
        return found;
    }

    public void Dispose() => kept.Dispose();
}
