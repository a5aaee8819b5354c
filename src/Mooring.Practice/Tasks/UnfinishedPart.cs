using Mooring.Clinical;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>On the work list: what sessions still ask for when their chairs are empty.</summary>
internal sealed class UnfinishedPart(UnfinishedDesk desk) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await desk.Of(patient, cancel)).Select(one => new Wait(one.Kind, one.Session, UnfinishedDesk.TitleOf(one.Kind, Wait.Name), one.Says, one.By) { Since = one.At, UrgentFrom = one.At })];
}
