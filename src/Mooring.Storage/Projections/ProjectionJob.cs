using Mooring.Storage.Jobs;

namespace Mooring.Storage.Projections;

/// <summary>Brings the flat tables of each clinic up to what was kept since.</summary>
internal sealed class ProjectionJob(IEnumerable<Projection> projections) : Job
{
    public override string Name => "projections";

    public override TimeSpan Every => TimeSpan.FromMinutes(1);

    public override bool IsForEachClinic => true;

    public override bool IsDueAtStart => true;

    public override async Task Run(CancellationToken cancel)
    {
        foreach (var projection in projections)
            await projection.CatchUp(cancel);
    }
}
