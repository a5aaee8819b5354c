using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mooring.Practice.Plans;
using Mooring.Practice.Risk;
using Mooring.Practice.Screening;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Reporting;

/// <summary>The flat table of decisions: eligibility, risk, and the reviews of courses.</summary>
internal sealed class DecisionProjection(MooringDb db) : Projection
{
    public override string Name => "decisions";

    public override async Task<int> CatchUp(CancellationToken cancel)
    {
        var made = await db.Set<DecisionFactRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Version, cancel);
        var versions = await Versions(cancel);
        var lagging = versions.Where(one => made.GetValueOrDefault(one.Id, -1) != one.Version).Select(one => one.Id).ToHashSet();
        if (lagging.Count == 0)
            return 0;

        List<DecisionFactRow> rows =
        [
            .. (await db.Set<DecisionRow>().AsNoTracking().ToListAsync(cancel)).Where(row => lagging.Contains(row.Id.Value)).Select(Of),
            .. (await db.Set<RiskDecisionRow>().AsNoTracking().ToListAsync(cancel)).Where(row => lagging.Contains(row.Id.Value)).Select(Of),
            .. (await db.Set<ReviewRow>().AsNoTracking().ToListAsync(cancel)).Where(row => lagging.Contains(row.Id.Value)).Select(Of),
        ];
        await using var whole = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.Set<DecisionFactRow>().Where(row => lagging.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        if (whole is not null)
            await whole.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return lagging.Count;
    }

    public override Task Clear(CancellationToken cancel) => db.Set<DecisionFactRow>().ExecuteDeleteAsync(cancel);

    public override async Task<IReadOnlyList<string>> Lines(CancellationToken cancel) =>
        [.. (await db.Set<DecisionFactRow>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel)).Select(row => JsonSerializer.Serialize(row))];

    private async Task<IReadOnlyList<(Guid Id, int Version)>> Versions(CancellationToken cancel) =>
    [
        .. (await db.Set<DecisionRow>().Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => (row.Id.Value, row.Version)),
        .. (await db.Set<RiskDecisionRow>().Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => (row.Id.Value, row.Version)),
        .. (await db.Set<ReviewRow>().Select(row => new { row.Id, row.Version }).ToListAsync(cancel)).Select(row => (row.Id.Value, row.Version)),
    ];

    private static DecisionFactRow Of(DecisionRow row) => new()
    {
        Id = row.Id.Value, Kind = DecisionKind.Eligibility, PatientId = row.PatientId, Version = row.Version, At = row.At, ById = row.What.By.Id, Choice = row.What.Choice.ToString(),
    };

    private static DecisionFactRow Of(RiskDecisionRow row) => new()
    {
        Id = row.Id.Value, Kind = DecisionKind.Risk, PatientId = row.PatientId, Version = row.Version, At = row.At, ById = row.By.Id, Choice = row.Dosing.ToString(),
    };

    private static DecisionFactRow Of(ReviewRow row) => new()
    {
        Id = row.Id.Value, Kind = DecisionKind.CourseReview, PatientId = row.PatientId, Version = row.Version, At = row.At, ById = row.What.By.Id, Choice = row.What.Choice.ToString(),
    };
}
