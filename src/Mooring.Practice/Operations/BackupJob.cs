using Mooring.Practice.Settings;
using Mooring.Storage.Backups;
using Mooring.Storage.Jobs;

namespace Mooring.Practice.Operations;

/// <summary>Backups that the server makes by itself, once a day.</summary>
/// <param name="To">The folder that they go to: on another disk, better on another machine.</param>
/// <param name="KeysTo">Where a copy of the keys goes; null leaves the keys to whoever keeps them.</param>
/// <param name="Hour">From which hour on, by the clinic's clock.</param>
/// <param name="Newest">How many are kept.</param>
public sealed record BackupPlan(BackupOf Of, string? To, string? KeysTo, int Hour, int Newest);

/// <summary>Makes the backup of the day, as soon as its hour has come and there is none of the day.</summary>
internal sealed class BackupJob(BackupPlan plan, BackupMaking making, OperationsLog log, ClinicsHere clinics, TimeProvider clock) : Job
{
    public override string Name => "backup";

    public override TimeSpan Every => TimeSpan.FromMinutes(10);

    public override async Task Run(CancellationToken cancel)
    {
        if (plan.To is null || await clinics.First(cancel) is not { } clinic)
            return;
        var now = clock.GetUtcNow();
        var due = clinic.InstantOf(clinic.DayOf(now), new(plan.Hour, 0));
        if (now < due || (await log.Seen(cancel)).Backup?.At >= due)
            return;
        var began = clock.GetTimestamp();
        var (folder, says) = await making.Make(plan.Of, plan.To, plan.KeysTo, cancel);
        await log.Write(new BackupMade(now, folder, says.Files.Sum(file => file.Size), clock.GetElapsedTime(began).TotalSeconds, says.LastEntry, plan.KeysTo is not null), "backup of the day", cancel);
        BackupMaking.Keep(plan.To, plan.Newest);
    }
}
