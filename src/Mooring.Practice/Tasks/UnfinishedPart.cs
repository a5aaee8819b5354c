namespace Mooring.Practice.Tasks;

/// <summary>On the front page: what sessions still ask for when their chairs are empty.</summary>
internal sealed class UnfinishedPart(UnfinishedDesk desk, TimeProvider clock) : ChartPart
{
    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return [.. (await desk.Of(null, cancel)).Select(one => new WaitingTask(one.Title, one.Says, one.Link, now >= one.At, one.By, one.Icon, one.At))];
    }
}
