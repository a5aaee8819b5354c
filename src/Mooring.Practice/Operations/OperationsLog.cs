using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Operations;

/// <summary>A backup that was made.</summary>
/// <param name="LastEntry">The newest that is in it.</param>
/// <param name="WithKeys">Whether a copy of the keys went elsewhere with it.</param>
public sealed record BackupMade(DateTimeOffset At, string Folder, long Bytes, double Seconds, DateTimeOffset? LastEntry, bool WithKeys);

/// <summary>A backup that was put back to see whether it can be.</summary>
/// <param name="Of">When the backup was made.</param>
/// <param name="Minutes">From the files to a clinic that was proven whole.</param>
/// <param name="Journals">How many chains were walked.</param>
/// <param name="Notes">How many sealed values were opened.</param>
/// <param name="Faults">What was wrong; empty when it was good.</param>
public sealed record DrillDone(DateTimeOffset At, DateTimeOffset Of, double Minutes, DateTimeOffset? LastEntry, int Journals, int Notes, IReadOnlyList<string> Faults)
{
    public bool IsGood => Faults.Count == 0;
}

/// <summary>Something was done with the keys.</summary>
public sealed record KeyAct(DateTimeOffset At, string What);

/// <summary>What whoever runs the clinic did last.</summary>
public sealed record OperationsSeen(BackupMade? Backup, DrillDone? Drill, DrillDone? GoodDrill, IReadOnlyList<KeyAct> Keys)
{
    // A backup is made each night, with room for one that takes long; a drill each quarter.
    private static readonly TimeSpan BackupEvery = TimeSpan.FromHours(26);
    private static readonly TimeSpan DrillEvery = TimeSpan.FromDays(90);

    /// <summary>None was made, or none for more than a day.</summary>
    public bool IsBackupDue(DateTimeOffset now) => !(now - Backup?.At <= BackupEvery);

    /// <summary>None was put back and proven, or none for a quarter.</summary>
    public bool IsDrillDue(DateTimeOffset now) => !(now - GoodDrill?.At <= DrillEvery);
}

/// <summary>Writes into the access log of each clinic what was done with its data as a whole, and says what was done last.</summary>
public sealed class OperationsLog(MooringDb db, ClinicsHere clinics)
{
    private const string Subject = "operations";
    private const int MostKeyActs = 20;

    public Task Write(BackupMade made, string by, CancellationToken cancel) => Write(AccessActs.BackedUp, made.At, JsonSerializer.Serialize(made), by, cancel);

    public Task Write(DrillDone done, string by, CancellationToken cancel) => Write(AccessActs.Drill, done.At, JsonSerializer.Serialize(done), by, cancel);

    public Task Write(KeyAct act, string by, CancellationToken cancel) => Write(AccessActs.Keys, act.At, JsonSerializer.Serialize(act), by, cancel);

    /// <summary>Of whichever clinic: it was done with all of them. For commands and jobs.</summary>
    public async Task<OperationsSeen> Seen(CancellationToken cancel)
    {
        var lines = db.Set<AuditRow>().IgnoreQueryFilters().AsNoTracking().Where(row => row.Subject == Subject);
        var drills = (await lines.Where(row => row.Action == AccessActs.Drill).OrderByDescending(row => row.Id).Take(MostKeyActs).Select(row => row.Before!).ToListAsync(cancel)).ConvertAll(Read<DrillDone>);
        var backup = await lines.Where(row => row.Action == AccessActs.BackedUp).OrderByDescending(row => row.Id).Select(row => row.Before).FirstOrDefaultAsync(cancel);
        var keys = await lines.Where(row => row.Action == AccessActs.Keys).OrderByDescending(row => row.Id).Take(MostKeyActs).Select(row => row.Before!).ToListAsync(cancel);
        return new(backup is null ? null : Read<BackupMade>(backup), drills.FirstOrDefault(), drills.Find(drill => drill.IsGood), [.. keys.Select(Read<KeyAct>).DistinctBy(act => (act.At, act.What))]);
    }

    /// <summary>The same for whoever reads the access log; ACL's refusal for anybody else.</summary>
    public async Task<Outcome<OperationsSeen>> Ask(CancellationToken cancel) =>
        db.Unless(Right.ReadAccessLog) is { } notTheirs ? notTheirs : await Seen(cancel);

    private async Task Write(string action, DateTimeOffset at, string says, string by, CancellationToken cancel)
    {
        var (within, actor) = (db.ClinicScope.Clinic, db.ClinicScope.Actor);
        foreach (var one in (await clinics.All(cancel)).Select(clinic => clinic.Id))
        {
            db.ClinicScope.Enter(one, Actor.Job(by));
            db.Add(new AuditRow { ClinicId = one, At = at, ActorId = Guid.Empty, ActorName = by, Action = action, Subject = Subject, SubjectId = "", Purpose = Purpose.Operations, Before = says });
            await db.SaveChangesAsync(cancel);
        }

        db.ClinicScope.Enter(within, actor);
    }

    private static T Read<T>(string says) => JsonSerializer.Deserialize<T>(says)!;
}
