using Mooring.Clinical;
using Mooring.Clinical.Attention;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>Serious events and calls that were asked for, for whose they are, and for all of the role when nobody took them.</summary>
internal sealed class AttentionPart(AttentionDesk desk) : ChartPart
{
    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel) =>
    [
        .. from matter in (await desk.Open(patient, cancel)).Select(each => each.Matter)
           let isSerious = matter.Kind == MatterKind.SeriousEvent
           select new Wait(isSerious ? TaskKind.SeriousEvent : TaskKind.CallAsked, matter.About, $"{(isSerious ? "Serious adverse event" : "Please call")}: {Wait.Name}", matter.Says, matter.For)
           {
               Since = matter.Since,
               UrgentFrom = matter.Since,
               Named = matter.Named?.Id,
               ForAllFrom = matter.Since + desk.TakenWithin,
               TakenBy = matter.TakenBy,
               TakenAt = matter.TakenAt,
           },
    ];
}
