using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Privacy;

/// <summary>
/// Opens a restricted chart for whoever is not on its care team: with a reason, for some hours, and another person looks at it
/// afterwards. At a chair nobody is asked first.
/// </summary>
public sealed class OpeningDesk(MooringDb db, ChartAccess access, CareTeamDesk teams, ClinicalLibrary library, AccessLog log, TimeProvider clock, ILogger<OpeningDesk> problems)
{
    /// <summary>Letters of a reason or an outcome.</summary>
    public const int Longest = 300;

    public OpeningTerms Terms => library.PrivacyTerms().Opening;

    /// <summary>
    /// WEB150, PRV120 the reason, PRV121 the reason in words, PRV122 it is not shut to them, PRV123 it is not shared with them.
    /// </summary>
    public async Task<Outcome<ChartOpening>> Open(Id<Patient> patient, OpeningReason? reason, string? says, CancellationToken cancel)
    {
        if (db.Unless(Right.BreakGlass) is { } notTheirs)
            return notTheirs;
        if (Against(reason, says) is { Count: > 0 } refusals)
            return Outcome<ChartOpening>.Refuse(refusals);
        switch (await access.Of(patient, cancel))
        {
            case ChartDoor.NotShared:
                return new Refusal("PRV123", "This chart is not shared with you. Ask somebody of its care team.");
            case not ChartDoor.Shut:
                return new Refusal("PRV122", "This chart is open to you already.");
        }

        var row = New(patient, OpeningKind.BreakGlass);
        (row.Reason, row.Says) = (reason, says!.Trim());
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        await Note(row, cancel);
        return row.AsOpening();
    }

    /// <summary>Somebody outside the team looks at the chart of a patient who is at a chair: kept once for some hours, the reason is asked afterwards.</summary>
    public async Task SeenAtTheChair(Id<Patient> patient, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadCharts) is not null)
            return;
        var (me, now) = (db.Acting(), clock.GetUtcNow());
        if (await db.Set<ChartOpeningRow>().AnyAsync(row => row.PatientId == patient && row.ById == me.Id && row.Until > now, cancel))
            return;
        var row = New(patient, OpeningKind.AtTheChair);
        try
        {
            db.Add(row);
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception failure) when (failure is DbUpdateException or System.Data.Common.DbException or TimeoutException)
        {
            // It holds nobody up at a chair; the look itself has its line.
            problems.LogWarning(failure, "That a restricted chart was seen at a chair could not be kept.");
            return;
        }

        await Note(row, cancel);
    }

    /// <summary>The reason, afterwards, by whoever opened it: PRV120, PRV121, PRV124 no such opening of theirs.</summary>
    public async Task<Outcome<ChartOpening>> Say(Guid opening, OpeningReason? reason, string? says, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notTheirs)
            return notTheirs;
        if (Against(reason, says) is { Count: > 0 } refusals)
            return Outcome<ChartOpening>.Refuse(refusals);
        var me = db.Acting().Id;
        if (await db.Set<ChartOpeningRow>().SingleOrDefaultAsync(row => row.Id == opening && row.ById == me && row.Reason == null, cancel) is not { } row)
            return new Refusal("PRV124", "There is no opening of yours that waits for a reason; look at the page again.");
        (row.Reason, row.Says) = (reason, says!.Trim());
        await db.SaveChangesAsync(cancel);
        return row.AsOpening();
    }

    /// <summary>
    /// What another person says of it: PRV125 what they found, PRV126 what came of it, PRV127 nobody reviews their own, PRV128 no
    /// such opening, WEB150.
    /// </summary>
    public async Task<Outcome<ChartOpening>> Review(Guid opening, ReviewFinding? finding, string? outcome, CancellationToken cancel)
    {
        if (db.Unless(Right.ReviewOpenings) is { } notTheirs)
            return notTheirs;
        var says = outcome?.Trim() ?? "";
        List<Refusal> refusals = [];
        if (finding is null)
            refusals.Add(new("PRV125", "Choose whether there was a reason to open it.", "finding"));
        if (says.Length is 0 or > Longest)
            refusals.Add(new("PRV126", $"Write what came of it, in {Longest} letters at most.", "outcome"));
        if (refusals.Count > 0)
            return Outcome<ChartOpening>.Refuse(refusals);
        if (await db.Set<ChartOpeningRow>().SingleOrDefaultAsync(row => row.Id == opening && row.ReviewedAt == null, cancel) is not { } row)
            return new Refusal("PRV128", "This was reviewed already; look at the page again.");
        if (row.ById == db.Acting().Id)
            return new Refusal("PRV127", "Nobody reviews what they opened themselves.");
        (row.ReviewedAt, row.ReviewedBy, row.Finding, row.Outcome) = (clock.GetUtcNow(), db.Acting(), finding, says);
        await db.SaveChangesAsync(cancel);
        return row.AsOpening();
    }

    /// <summary>Those of a patient, the last first.</summary>
    public async Task<IReadOnlyList<ChartOpening>> Of(Id<Patient> patient, CancellationToken cancel) =>
        (await db.Set<ChartOpeningRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderByDescending(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.AsOpening());

    /// <summary>All of the clinic that nobody reviewed yet, with the patient's name, and own ones that wait for a reason; then those of lately.</summary>
    public async Task<IReadOnlyList<(ChartOpening Opening, Patient Patient)>> All(CancellationToken cancel)
    {
        var me = db.Acting();
        var rows = await (
            from row in db.Set<ChartOpeningRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on row.PatientId equals patient.Id
            where me.Rights.Has(Right.ReviewOpenings) || row.ById == me.Id
            orderby row.ReviewedAt != null, row.At descending
            select new { row, patient }).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(one => (one.row.AsOpening(), one.patient.AsPatient()))];
    }

    /// <summary>Who besides the privacy officer is asked to look at openings of this chart.</summary>
    internal async Task<Guid?> Lead(Id<Patient> patient, Guid butNot, CancellationToken cancel) =>
        (await teams.Of(patient, cancel)).FirstOrDefault(member => member.IsLead && member.Person != butNot)?.Person;

    private const int Most = 200;

    private ChartOpeningRow New(Id<Patient> patient, OpeningKind kind)
    {
        var (me, now) = (db.Acting(), clock.GetUtcNow());
        return new() { Id = Guid.CreateVersion7(now), PatientId = patient, Kind = kind, ById = me.Id, By = me, At = now, Until = now + Terms.For };
    }

    private Task Note(ChartOpeningRow row, CancellationToken cancel) => log.Note(
        db.Clinic, new(AccessActs.ChartOpened, row.Kind == OpeningKind.AtTheChair ? "restricted chart, at the chair" : "restricted chart") { By = row.By, SubjectId = row.Id.ToString(), Patient = row.PatientId.Value }, cancel);

    private static List<Refusal> Against(OpeningReason? reason, string? says)
    {
        List<Refusal> refusals = [];
        if (reason is null)
            refusals.Add(new("PRV120", "Choose why you open this chart.", "reason"));
        if (says?.Trim().Length is null or 0 or > Longest)
            refusals.Add(new("PRV121", $"Write what for, in {Longest} letters at most.", "says"));
        return refusals;
    }
}
