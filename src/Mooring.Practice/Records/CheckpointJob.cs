using Mooring.Storage.Jobs;

namespace Mooring.Practice.Records;

/// <summary>Signs the journals that have grown: at the start, for what a crash left unsigned, and every hour.</summary>
internal sealed class CheckpointJob(CheckpointDesk desk) : Job
{
    public override string Name => "checkpoints";

    public override TimeSpan Every => TimeSpan.FromHours(1);

    public override bool IsDueAtStart => true;

    // What could not be signed stays visible to the verifier until it is.
    public override Task Run(CancellationToken cancel) => desk.SignGrown(cancel);
}
