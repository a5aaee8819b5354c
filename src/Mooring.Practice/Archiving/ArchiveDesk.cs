using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Courses;
using Mooring.Practice.Patients;
using Mooring.Practice.Privacy;
using Mooring.Practice.Risk;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Archiving;

/// <summary>
/// Takes charts of people who are not in care here any more out of the lists, and brings them back. Nothing of a chart is
/// changed by it; it opens, is exported and is found as before by whoever asks for archived ones too.
/// </summary>
public sealed class ArchiveDesk(MooringDb db, RiskDesk risk, CourseCount courses, HoldDesk holds, TimeProvider clock)
{
    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = PatientRow.LongestReason;

    /// <summary>
    /// Out of the lists. Refusals: WEB150, STO105, ARC101 the reason, ARC102 it is already, ARC103 a session is open, ARC104 a
    /// course goes on, ARC105 the suicide-risk step is open, PRV160 a legal hold stands.
    /// </summary>
    public async Task<Outcome<Patient>> Put(Id<Patient> patient, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients) is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (reason.Length is 0 or > LongestReason)
            return new Refusal("ARC101", $"Write why the chart is archived, in {LongestReason} letters at most.", "because");
        if (await db.Set<PatientRow>().SingleOrDefaultAsync(row => row.Id == patient, cancel) is not { } row)
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (row.ArchivedAt is not null || row.MergedInto is not null)
            return new Refusal("ARC102", "This chart is out of the lists already.");
        if (await Open(patient, cancel) is { Count: > 0 } open)
            return Outcome<Patient>.Refuse(open);
        (row.ArchivedAt, row.ArchivedBecause, row.ArchivedBy) = (clock.GetUtcNow(), reason, db.Acting().Name);
        await db.SaveChangesAsync(cancel);
        return row.AsPatient();
    }

    /// <summary>In the lists again. Refusals: WEB150, STO105, ARC106 it is not archived.</summary>
    public async Task<Outcome<Patient>> BringBack(Id<Patient> patient, CancellationToken cancel)
    {
        if (db.Unless(Right.RegisterPatients) is { } notTheirs)
            return notTheirs;
        if (await db.Set<PatientRow>().SingleOrDefaultAsync(row => row.Id == patient, cancel) is not { } row)
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (row.ArchivedAt is null)
            return new Refusal("ARC106", "This chart is not archived; look at the page again.");
        (row.ArchivedAt, row.ArchivedBecause, row.ArchivedBy) = (null, null, null);
        await db.SaveChangesAsync(cancel);
        return row.AsPatient();
    }

    private async Task<IReadOnlyList<Refusal>> Open(Id<Patient> patient, CancellationToken cancel)
    {
        List<Refusal> open = [];
        if (await db.Set<SessionRow>().AnyAsync(row => row.PatientId == patient && !row.IsClosed, cancel))
            open.Add(new("ARC103", "A session of this patient is open, or not signed yet. Close it first."));
        if (await courses.IsUnderWay(patient, cancel))
            open.Add(new("ARC104", "A course of this patient goes on. Stop or complete the course first."));
        if ((await risk.Of(patient, cancel)).IsOpen)
            open.Add(new("ARC105", "The suicide-risk step of this patient is open. Settle it first."));
        if (await holds.Against(patient, cancel) is { } held)
            open.Add(held);
        return open;
    }
}
