using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Courses;

namespace Mooring.Practice.Tasks;

/// <summary>Something unwanted that was told after a session and that nobody judged yet: one task for each call or form.</summary>
internal sealed class ToldPart(ToldEventDesk told) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from one in await told.Unjudged(patient, cancel)
           group one by one.About into same
           select new Wait(TaskKind.JudgeTold, same.Key, $"Told after a session: {Wait.Name}", $"{string.Join("; ", same.Select(one => one.Says))}. Judge whether it is an adverse event.", [Role.Prescriber])
           {
               Since = same.Min(one => one.At),
           },
    ];
}
