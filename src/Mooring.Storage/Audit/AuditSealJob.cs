using Mooring.Storage.Jobs;

namespace Mooring.Storage.Audit;

/// <summary>Seals the new lines of each clinic's access log.</summary>
internal sealed class AuditSealJob(AuditSeals seals) : Job
{
    public override string Name => "audit-seals";

    public override TimeSpan Every => TimeSpan.FromMinutes(5);

    public override bool IsForEachClinic => true;

    public override bool IsDueAtStart => true;

    public override Task Run(CancellationToken cancel) => seals.Seal(cancel);
}
