using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Plans;

/// <summary>A contact and whose it is, for the lists of a day.</summary>
public sealed record DayVisit(PlannedVisit Visit, Patient Patient);

/// <summary>The calendar of planned contacts.</summary>
public sealed class VisitDesk(MooringDb db, StaffDesk staff, CourseContent content, TimeProvider clock)
{
    /// <summary>The code of the question whether a visit is held though the clinic is closed.</summary>
    public const string ClosedDay = "VIS106";

    /// <summary>Contacts laid on today, and open ones whose last day has not passed.</summary>
    public async Task<IReadOnlyList<DayVisit>> Today(CancellationToken cancel)
    {
        var today = await staff.Today(clock, cancel);
        var rows = await (
            from visit in db.Set<VisitRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on visit.PatientId equals patient.Id
            where visit.State != VisitState.Canceled && !VisitKinds.Timepoints.Contains(visit.Kind)
                && (visit.On == today || (visit.On < today && visit.Until >= today && visit.State == VisitState.Planned))
            orderby visit.On, patient.FamilyName
            select new { visit, patient }).ToListAsync(cancel);
        return [.. rows.Select(row => new DayVisit(row.visit.AsVisit(), row.patient.AsPatient()))];
    }

    /// <summary>Every contact of a person by day, canceled ones included. Messages and questionnaires are timepoints of the course, and no visits.</summary>
    public async Task<IReadOnlyList<PlannedVisit>> Of(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<VisitRow>().AsNoTracking().Where(row => row.PatientId == patient && !VisitKinds.Timepoints.Contains(row.Kind))
            .OrderBy(row => row.On).ThenBy(row => row.Session).ToListAsync(cancel)).Select(row => row.AsVisit())];

    /// <summary>One contact of this person; null for anybody else's.</summary>
    public async Task<PlannedVisit?> Find(Id<Patient> patient, Id<Visit> visit, CancellationToken cancel) =>
        (await db.Set<VisitRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == visit && row.PatientId == patient, cancel))?.AsVisit();

    public Task<Outcome<PlannedVisit>> Arrive(Id<Patient> patient, Id<Visit> visit, CancellationToken cancel) =>
        Change(patient, visit, row => (row.State, row.ArrivedAt) = (VisitState.Arrived, row.ArrivedAt ?? clock.GetUtcNow()), cancel);

    public Task<Outcome<PlannedVisit>> Finish(Id<Patient> patient, Id<Visit> visit, CancellationToken cancel) =>
        Change(patient, visit, row => row.State = VisitState.Done, cancel);

    /// <summary>It was a slip: what was done is not done yet, and who arrived is expected again. VIS108 where neither was said, or a session was opened.</summary>
    public Task<Outcome<PlannedVisit>> PutBack(Id<Patient> patient, Id<Visit> visit, CancellationToken cancel) => Change(
        patient,
        visit,
        row => (row.State, row.ArrivedAt) = row is { State: VisitState.Done, ArrivedAt: not null } ? (VisitState.Arrived, row.ArrivedAt) : (VisitState.Planned, null),
        cancel,
        row => row is { State: VisitState.Arrived or VisitState.Done, SessionId: null } ? null : new("VIS108", "There is nothing to put back; look at the page again."));

    /// <summary>
    /// Moves a contact to another day: VIS102 without a reason, VIS103 for a day that has passed, VIS105 when somebody moved it since. A day on which the
    /// clinic is closed is asked about, VIS106; one outside those of the plan, VIS107; a dose too near to another, VIS109.
    /// </summary>
    public async Task<Outcome<PlannedVisit>> Move(Id<Patient> patient, Id<Visit> visit, VisitMoveForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [];
        var (stands, clinic, to) = (await Find(patient, visit, cancel), (await staff.Clinic(cancel))!, form.To);
        if (form.From is { } shown && stands is not null && stands.What.On != shown && stands.What.On != to)
            refusals.Add(new("VIS105", $"Meanwhile somebody moved this visit to {stands.What.On:yyyy-MM-dd}: {stands.MovedBecause} Move it from there if that is not right.", "to"));
        if (string.IsNullOrWhiteSpace(form.Because))
            refusals.Add(new("VIS102", "Write why the visit moves.", "because"));
        if (to is not { } day || day < clinic.DayOf(clock.GetUtcNow()))
            refusals.Add(new("VIS103", "Choose today or a later day.", "to"));
        else if (stands?.What.On != day)
            refusals.AddRange(await Questions(stands, day, form, clinic, cancel));
        return refusals.Count > 0 ? Outcome<PlannedVisit>.Refuse(refusals) : await Change(patient, visit, row => row.Move(to!.Value, form.Because!.Trim()), cancel);
    }

    // What is asked about, all at once.
    private async Task<IReadOnlyList<Refusal>> Questions(PlannedVisit? stands, DateOnly day, VisitMoveForm form, Clinic clinic, CancellationToken cancel) =>
    [
        .. new[]
        {
            form.IsClosedMeant ? null : clinic.Opening.Asks(ClosedDay, day, "to"),
            form.IsOutsideMeant || stands is null ? null : await Outside(stands, day, cancel),
        }.OfType<Refusal>(),
    ];

    private async Task<Refusal?> Outside(PlannedVisit visit, DateOnly to, CancellationToken cancel)
    {
        var row = await db.Set<VisitRow>().AsNoTracking().SingleAsync(row => row.Id == visit.Id, cancel);
        var plan = await db.Set<PlanRow>().AsNoTracking().SingleAsync(one => one.Id == row.PlanId, cancel);
        var dosings = await db.Set<VisitRow>().AsNoTracking().Where(other => other.PatientId == row.PatientId && other.Kind == VisitKind.Dosing && other.State != VisitState.Canceled
            && (other.PlanId == row.PlanId || db.Set<PlanRow>().Any(one => one.Id == other.PlanId && one.CourseId != null && one.CourseId == plan.CourseId))).ToListAsync(cancel);
        return VisitMove.Asks(visit.What, row.Laid, to, dosings.ConvertAll(other => other.AsVisit().What), content.Protocol(plan.What.ProtocolId));
    }

    private async Task<Outcome<PlannedVisit>> Change(Id<Patient> patient, Id<Visit> visit, Action<VisitRow> change, CancellationToken cancel, Func<VisitRow, Refusal?>? against = null)
    {
        if (db.Unless(Right.ArrangeVisits) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<VisitRow>().SingleOrDefaultAsync(row => row.Id == visit && row.PatientId == patient, cancel);
        if (row is null)
            return new Refusal("VIS101", "There is no such visit of this person.");
        if (row.State == VisitState.Canceled)
            return new Refusal("VIS104", "This visit was canceled when its plan ended.");
        if (against?.Invoke(row) is { } refused)
            return refused;
        change(row);
        await db.SaveChangesAsync(cancel);
        return row.AsVisit();
    }
}
