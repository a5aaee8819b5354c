using Mooring.Storage.Jobs;

namespace Mooring.Storage.Audit;

/// <summary>Seals what devices have sent to each clinic.</summary>
internal sealed class ArrivalSealJob(ArrivalSeals seals) : Job
{
    public override string Name => "arrival-seals";

    public override TimeSpan Every => TimeSpan.FromMinutes(5);

    public override bool IsForEachClinic => true;

    public override Task Run(CancellationToken cancel) => seals.Seal(cancel);
}
