using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Privacy;

/// <summary>Who treats whom: those who were named, and those who follow from the record.</summary>
public sealed class CareTeamDesk(MooringDb db, IEnumerable<TeamPart> parts, CurrentClinic current, TimeProvider clock)
{
    /// <summary>Everybody who treats this patient today: named ones first.</summary>
    public async Task<IReadOnlyList<TeamMember>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var today = await Today(cancel);
        List<TeamMember> all =
        [
            .. (await db.Set<CareTeamRow>().AsNoTracking().Where(row => row.PatientId == patient && row.From <= today && (row.Until == null || row.Until >= today)).OrderByDescending(row => row.IsLead).ThenBy(row => row.StaffName).ToListAsync(cancel))
                .Select(row => new TeamMember(row.StaffId, row.StaffName, "named", row.IsLead) { Named = row.Id, From = row.From, Until = row.Until }),
        ];
        foreach (var part in parts)
            all.AddRange(await part.Of(patient, cancel));
        return all;
    }

    /// <summary>The ids of the patients on whose team somebody was named.</summary>
    public async Task<IReadOnlyList<Id<Patient>>> NamedFor(Guid person, CancellationToken cancel)
    {
        var today = await Today(cancel);
        return await db.Set<CareTeamRow>().AsNoTracking().Where(row => row.StaffId == person && row.From <= today && (row.Until == null || row.Until >= today)).Select(row => row.PatientId).Distinct().ToListAsync(cancel);
    }

    /// <summary>
    /// Names somebody. WEB150, STO105, PRV110 whom, PRV111 the days, PRV112 nobody names themselves for a restricted chart, and
    /// for one only its team or whoever restricts charts names.
    /// </summary>
    public async Task<Outcome<Guid>> Name(Id<Patient> patient, Guid? person, bool isLead, DateOnly? from, DateOnly? until, CancellationToken cancel)
    {
        if (db.Unless(Right.KeepCareTeams) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var clinic = db.Clinic;
        var staff = person is { } id ? await db.Set<StaffRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ClinicId == clinic && !row.IsDisabled, cancel) : null;
        var first = from ?? await Today(cancel);
        List<Refusal> refusals = [];
        if (staff is null)
            refusals.Add(new("PRV110", "Choose who is on the care team.", "person"));
        if (until < first)
            refusals.Add(new("PRV111", "The last day is before the first.", "until"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (await AgainstRestricted(patient, staff!.Id, cancel) is { } refused)
            return refused;
        var row = new CareTeamRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), PatientId = patient, StaffId = staff.Id, StaffName = staff.FullName, IsLead = isLead, From = first, Until = until, By = db.Acting(), At = clock.GetUtcNow() };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>Off the team from today on. WEB150, PRV113 no such line.</summary>
    public async Task<Outcome<Guid>> End(Id<Patient> patient, Guid line, CancellationToken cancel)
    {
        if (db.Unless(Right.KeepCareTeams) is { } notTheirs)
            return notTheirs;
        if (await db.Set<CareTeamRow>().SingleOrDefaultAsync(row => row.Id == line && row.PatientId == patient, cancel) is not { } row)
            return new Refusal("PRV113", "This person is not on the team any more; look at the page again.");
        row.Until = (await Today(cancel)).AddDays(-1);
        await db.SaveChangesAsync(cancel);
        return line;
    }

    private async Task<Refusal?> AgainstRestricted(Id<Patient> patient, Guid person, CancellationToken cancel)
    {
        if (db.ClinicScope.Actor is not { } me || !await db.Set<RestrictionRow>().AnyAsync(row => row.PatientId == patient && row.EndedAt == null, cancel))
            return null;
        if (person == me.Id || (!me.May(Right.RestrictCharts) && !(await Of(patient, cancel)).Any(member => member.Person == me.Id)))
            return new("PRV112", "This chart is restricted. Somebody of its team, or the privacy officer, names who is on it, and nobody names themselves.");
        return null;
    }

    private async Task<DateOnly> Today(CancellationToken cancel) => (await current.Find(cancel))!.DayOf(clock.GetUtcNow());
}
