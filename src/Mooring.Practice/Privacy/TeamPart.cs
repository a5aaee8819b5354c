using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Plans;
using Mooring.Practice.Scheduling;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>Somebody who treats a patient.</summary>
/// <param name="As">By what: named, prescriber of the plan, appointment today, open task.</param>
/// <param name="IsLead">Looks at who opened the chart from outside.</param>
public sealed record TeamMember(Guid Person, string Name, string As, bool IsLead)
{
    /// <summary>The line of the team, where somebody named them; null for who follows from the record.</summary>
    public Guid? Named { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>Who treats a patient by what the record says, as one room knows it.</summary>
public abstract class TeamPart
{
    internal abstract Task<IReadOnlyList<TeamMember>> Of(Id<Patient> patient, CancellationToken cancel);
}

/// <summary>Whoever signed the plan that goes on.</summary>
internal sealed class PlanTeam(MooringDb db) : TeamPart
{
    internal override async Task<IReadOnlyList<TeamMember>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<PlanRow>().AsNoTracking().Where(row => row.PatientId == patient && row.EndedAt == null).OrderByDescending(row => row.SignedAt).Take(1).ToListAsync(cancel))
            .Select(row => new TeamMember(row.What.SignedBy.Id, row.What.SignedBy.Name, "prescriber of the plan", IsLead: true))];
}

/// <summary>Whoever is booked with the patient today.</summary>
internal sealed class BookTeam(MooringDb db, CurrentClinic current, TimeProvider clock) : TeamPart
{
    internal override async Task<IReadOnlyList<TeamMember>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        var today = (await current.Find(cancel))!.DayOf(clock.GetUtcNow());
        var rows = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.PatientId == patient && row.Day == today && row.EndedAt == null).ToListAsync(cancel);
        var people = rows.SelectMany(row => row.Uses).Select(use => use.Resource.Value).Distinct().ToList();
        return people.Count == 0 ? [] :
            [.. (await db.Set<Storage.Accounts.StaffRow>().AsNoTracking().Where(staff => people.Contains(staff.Id)).ToListAsync(cancel)).Select(staff => new TeamMember(staff.Id, staff.FullName, "appointment today", IsLead: false))];
    }
}
