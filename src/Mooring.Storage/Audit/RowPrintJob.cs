using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mooring.Storage.Jobs;

namespace Mooring.Storage.Audit;

/// <summary>
/// After a start with other columns than before, and once for a clinic of an earlier version: writes the fingerprint of each
/// row whose last line does not carry one of now. What was changed unseen before that, it can not tell.
/// </summary>
internal sealed class RowPrintJob(MooringDb db, TableProof proof, TimeProvider clock) : Job
{
    private const string Marker = "tables";
    private const int AtOnce = 500;

    public override string Name => "row-prints";

    // The columns change with a version, and a version begins with a start.
    public override TimeSpan Every => TimeSpan.FromDays(365);

    public override bool IsForEachClinic => true;

    public override bool IsDueAtStart => true;

    public override async Task Run(CancellationToken cancel)
    {
        var types = RowPrints.Proven(db.Model);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', types.Select(type => $"{type.GetTableName()} {RowPrints.Of(type).Names}")))))[..16];
        if (await db.Set<AuditRow>().AnyAsync(line => line.Subject == Marker && line.SubjectId == version, cancel))
            return;
        var isOlder = false;
        foreach (var print in types.Where(type => type.FindProperty(nameof(OwnedRow.ClinicId)) is not null).Select(RowPrints.Of))
            isOlder |= await IsOlder(print, cancel) && await Renew(print, cancel);
        if (!isOlder)
            return;
        db.Add(Line(Marker, version, null));
        await db.SaveChangesAsync(cancel);
    }

    // In a clinic that began with this version every line carries its fingerprint, and nothing is to be done.
    private Task<bool> IsOlder(RowPrint print, CancellationToken cancel) => db.Set<AuditRow>()
        .AnyAsync(line => line.Subject == print.Table && (line.Action == "added" || line.Action == "changed") && (line.After == null || !line.After.StartsWith(print.Names)), cancel);

    private async Task<bool> Renew(RowPrint print, CancellationToken cancel)
    {
        var lines = await proof.LastLines(print.Table, cancel);
        List<AuditRow> renewed = [];
        await foreach (var values in RowReading.All(db, print, " WHERE \"ClinicId\" = @p0", [db.Clinic.Value], cancel))
        {
            if (lines.GetValueOrDefault(print.KeyOf(values)) is { IsRemoved: false } line && !print.IsOfNow(line.After))
                renewed.Add(Line(print.Table, print.KeyOf(values), print.Of(values)));
        }

        foreach (var some in renewed.Chunk(AtOnce))
        {
            db.AddRange(some);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return true;
    }

    private AuditRow Line(string subject, string id, string? after) => new()
    {
        ClinicId = db.Clinic,
        At = clock.GetUtcNow(),
        ActorId = Guid.Empty,
        ActorName = "Mooring",
        Action = TableProof.Renewed,
        Subject = subject,
        SubjectId = id,
        Purpose = Purpose.Operations,
        After = after,
    };
}
