using Mooring.Clinical.Attention;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Serious events and calls that were asked for, on the front page of whose they are.</summary>
internal sealed class AttentionPart(MooringDb db, AttentionDesk desk, TimeProvider clock) : ChartPart
{
    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        if (db.ClinicScope.Actor is not { } me)
            return [];
        var now = clock.GetUtcNow();
        var open = (await desk.Open(null, cancel)).Where(each => each.Matter.IsFor(me, now, desk.TakenWithin)).ToList();
        var names = await ShortNames.Of(db, open.Select(each => each.Patient), cancel);
        return [.. open.Select(each => new WaitingTask(
            $"{(each.Matter.Kind == MatterKind.SeriousEvent ? "Serious adverse event" : "Please call")}: {names[each.Patient]}",
            $"{each.Matter.Says} {(each.Matter.TakenBy is { } by ? $"Taken by {by.Name}." : "Nobody has taken it yet.")}",
            $"/patients/{each.Patient}/attention", true, each.Matter.For, each.Matter.Kind == MatterKind.SeriousEvent ? "siren" : "phone", each.Matter.Since) { IsRisk = true })];
    }
}
