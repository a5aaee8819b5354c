using Microsoft.EntityFrameworkCore;
using Mooring.Storage;
using Mooring.Storage.Projections;

namespace Mooring.Practice.Questionnaires;

/// <summary>The flat table of scores, from the sheets that were finished.</summary>
internal sealed class ScoreProjection(MooringDb db) : Projection
{
    private const int AtOnce = 200;

    public override string Name => "scores";

    public override async Task<int> CatchUp(CancellationToken cancel)
    {
        var lagging = await db.Set<AnswerSheetRow>().AsNoTracking()
            .Where(sheet => sheet.FinishedAt != null && sheet.TakenAt != null
                && !db.Set<ScoreRow>().Any(score => score.SheetId == sheet.Id && score.Part == ScoreRow.Whole && score.Version == sheet.Version))
            .OrderBy(sheet => sheet.StartedAt).Select(sheet => sheet.Id).ToListAsync(cancel);
        foreach (var some in lagging.Chunk(AtOnce))
        {
            var sheets = await db.Set<AnswerSheetRow>().AsNoTracking().Where(sheet => some.Contains(sheet.Id)).ToListAsync(cancel);
            await Replace(db, () => db.Set<ScoreRow>().Where(score => some.Contains(score.SheetId)).ExecuteDeleteAsync(cancel), sheets.SelectMany(ScoreRow.Of), cancel);
        }

        return lagging.Count;
    }

    public override Task Clear(CancellationToken cancel) => db.Set<ScoreRow>().ExecuteDeleteAsync(cancel);

    public override Task<IReadOnlyList<string>> Lines(CancellationToken cancel) => Lines(db.Set<ScoreRow>().OrderBy(row => row.SheetId).ThenBy(row => row.Part), cancel);
}
