using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Watching;
using Mooring.Practice.Chairs;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Who sits in a chair now, with what comes next and its hour. No task: it is read as it stands, like the board.</summary>
public sealed class ChairsNow(MooringDb db, SessionJournal journal, TimeProvider clock)
{
    private static readonly IReadOnlyList<Role> AtTheChair = [Role.Nurse, Role.Prescriber];

    public async Task<IReadOnlyList<WaitingTask>> Of(Actor me, CancellationToken cancel)
    {
        if (!me.IsOneOf(AtTheChair))
            return [];
        var rows = await (
            from session in db.Set<SessionRow>().AsNoTracking()
            join patient in db.Set<PatientRow>().AsNoTracking() on session.PatientId equals patient.Id
            join chair in db.Set<ChairRow>().AsNoTracking() on session.ChairId equals (Id<Chair>?)chair.Id into chairs
            from chair in chairs.DefaultIfEmpty()
            where !session.IsClosed && session.Phase != Phase.Discharged && session.Phase != Phase.NoGo
            select new { session.Id, patient, Chair = chair == null ? null : chair.Name }).ToListAsync(cancel);
        List<WaitingTask> all = [];
        foreach (var row in rows)
        {
            if (await journal.Load(row.Id, cancel) is { } session)
                all.Add(InChair(session, $"{row.patient.AsPatient().ShortName}, {row.Chair ?? "no chair yet"}", row.patient.Id.Value));
        }

        return all;
    }

    // With what comes next and its hour, so that a late one does not look calm.
    private WaitingTask InChair(Session session, string who, Guid patient)
    {
        var now = clock.GetUtcNow();
        var next = Due.Next(session, session.Pack, now).FirstOrDefault(item => !item.IsStep);
        var phase = SessionPart.PhaseWord(session.PhaseAt(now));
        return new(who, next is null ? phase : $"{phase}. {next.Says}",
            next?.IsOverdue(now) == true || session.Phase is Phase.Dosing or Phase.Paused, AtTheChair, session.Steps[0].Since)
        { IsChair = true, DueAt = next?.At, Patient = patient, Subject = session.Id.Value };
    }
}
