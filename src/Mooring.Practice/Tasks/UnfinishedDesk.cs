using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>What a session still asks for when its chair is empty.</summary>
/// <param name="At">From when.</param>
public sealed record Unfinished(Id<Patient> Patient, string Name, string Title, string Says, DateTimeOffset At, IReadOnlyList<Role> By)
{
    public required TaskKind Kind { get; init; }

    public required Guid Session { get; init; }
}

/// <summary>Emergencies that nobody wrote down yet, and people of whom nobody knows that they are at home.</summary>
public sealed class UnfinishedDesk(MooringDb db, SessionJournal journal, SessionContent content, TimeProvider clock)
{
    /// <summary>In one patient's sessions, or in the whole clinic's.</summary>
    public async Task<IReadOnlyList<Unfinished>> Of(Id<Patient>? patient, CancellationToken cancel)
    {
        // A session is opened on the day it is held, and the last day of asking counts from when the patient left.
        var now = clock.GetUtcNow();
        var since = now - content.HomeCheck.AskedFor - TimeSpan.FromDays(1);
        var asked = db.Set<SessionRow>().AsNoTracking().Where(row => !row.IsClosed || row.OpenedAt > since);
        if (patient is { } one)
            asked = asked.Where(row => row.PatientId == one);
        var rows = await asked.OrderBy(row => row.OpenedAt).Select(row => new { row.Id, row.PatientId }).ToListAsync(cancel);
        var names = await ShortNames.Of(db, rows.Select(row => row.PatientId), cancel);
        List<Unfinished> all = [];
        foreach (var row in rows)
        {
            if (await journal.Load(row.Id, cancel) is { } session)
                all.AddRange(In(session, row.PatientId, names[row.PatientId], now));
        }

        return all;
    }

    /// <summary>The line of it, about somebody of this name.</summary>
    internal static string TitleOf(TaskKind kind, string name) => kind == TaskKind.EmergencyToComplete ? $"Emergency of {name}" : $"{name} on the way home";

    private IEnumerable<Unfinished> In(Session session, Id<Patient> patient, string name, DateTimeOffset now)
    {
        foreach (var emergency in session.Emergencies.Where(emergency => emergency.AwaitsReview))
            yield return new(patient, name, TitleOf(TaskKind.EmergencyToComplete, name), "Write down what it was, its grade and who was told.", emergency.ClosedAt!.Value, [Role.Nurse, Role.Prescriber]) { Kind = TaskKind.EmergencyToComplete, Session = session.Id.Value };
        if (content.HomeCheck.DueAt(session, now) is { } due)
            yield return new(patient, name, TitleOf(TaskKind.HomeCheck, name), content.HomeCheck.Does, due, content.HomeCheck.By) { Kind = TaskKind.HomeCheck, Session = session.Id.Value };
    }
}
