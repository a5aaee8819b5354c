using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Questionnaires;

/// <summary>A score, or the value of one part of a sheet.</summary>
/// <param name="Part">The subscore; empty for the whole sheet.</param>
public sealed record KeptScore(string Instrument, string Part, double? Value, string? Band, DateTimeOffset TakenAt);

/// <summary>What finished sheets came to, from the flat table; a sheet whose rows lag behind is asked itself.</summary>
public sealed class Scores(MooringDb db)
{
    /// <summary>Of one patient, the newest first, each whole sheet before its parts.</summary>
    public async Task<IReadOnlyList<KeptScore>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var sheets = await (from sheet in db.Set<AnswerSheetRow>().AsNoTracking()
                            where sheet.PatientId == patient && sheet.FinishedAt != null && sheet.TakenAt != null && sheet.Score != null
                            select new { sheet.Id, sheet.Version }).ToListAsync(cancel);
        var rows = (await db.Set<ScoreRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)).ToLookup(row => row.SheetId);
        var lagging = sheets.Where(sheet => !rows[sheet.Id].Any(row => row.Version == sheet.Version)).Select(sheet => sheet.Id).ToList();
        var asked = lagging.Count == 0 ? [] : await db.Set<AnswerSheetRow>().AsNoTracking().Where(sheet => lagging.Contains(sheet.Id)).ToListAsync(cancel);
        return
        [
            .. sheets.Where(sheet => !lagging.Contains(sheet.Id)).SelectMany(sheet => rows[sheet.Id]).Concat(asked.SelectMany(ScoreRow.Of))
                .OrderByDescending(row => row.TakenAt).ThenBy(row => row.SheetId.Value).ThenBy(row => row.Part, StringComparer.Ordinal)
                .Select(row => new KeptScore(row.Instrument, row.Part, row.Value, row.Band, row.TakenAt)),
        ];
    }
}
