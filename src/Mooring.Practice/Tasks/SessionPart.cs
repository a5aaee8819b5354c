using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Watching;
using Mooring.Practice.Chairs;
using Mooring.Practice.Patients;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Sessions on the pathway and the timeline, and who sits in a chair now.</summary>
internal sealed class SessionPart(MooringDb db, SessionJournal journal, TimeProvider clock) : ChartPart
{
    public override async Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel)
    {
        var sessions = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel);
        if (sessions.Count == 0)
            return facts;
        var held = sessions.Where(row => row.Phase is Phase.Discharged or Phase.Signed).ToList();
        var running = sessions.FirstOrDefault(row => !row.IsClosed && row.Phase is not (Phase.Discharged or Phase.Signed or Phase.NoGo));
        return facts with
        {
            Sessions = new(held.Count, running?.Id.Value, facts.Sessions?.NextOn, held.Max(row => (DateTimeOffset?)row.OpenedAt)),
        };
    }

    public override async Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient).OrderBy(row => row.OpenedAt).ToListAsync(cancel))
            .Select((row, index) => new TimelineEntry(row.OpenedAt, "session", $"Session {index + 1}", PhaseWord(row.Phase), $"/sessions/{row.Id}"))];

    public override async Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel)
    {
        var open = await db.Set<SessionRow>().AsNoTracking().Where(row => !row.IsClosed).ToListAsync(cancel);
        var chairs = await db.Set<ChairRow>().AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        var names = await ShortNames.Of(db, open.Select(row => row.PatientId), cancel);
        string Who(SessionRow row) => $"{names[row.PatientId]}, {(row.ChairId is { } chair ? chairs.GetValueOrDefault(chair, "no chair") : "no chair yet")}";
        List<WaitingTask> tasks = [];
        foreach (var row in open)
        {
            if (await journal.Load(row.Id, cancel) is not { } session)
                continue;
            if (row.Phase is Phase.Discharged or Phase.NoGo)
                tasks.Add(new($"Sign the session: {Who(row)}", PhaseWord(row.Phase), $"/sessions/{row.Id}/sign", false, [.. session.Pack.Discharge.Signatures.Except(session.SignedBy)], "signature", session.Steps[^1].Since));
            else
                tasks.Add(InChair(session, Who(row), clock.GetUtcNow()));
            if (session is { Phase: Phase.Checking, AskedForGoAt: { } asked })
                tasks.Add(new($"Go or no-go: {Who(row)}", "The checks are done, and the chair waits for the decision.", $"/sessions/{row.Id}/go", true, [Role.Prescriber], "signature", asked) { IsAsked = true });
        }

        foreach (var read in await db.Set<TimeOutRequestRow>().AsNoTracking().Where(read => !read.IsDone).ToListAsync(cancel))
        {
            if (open.FirstOrDefault(row => row.Id == read.SessionId && row.Phase < Phase.Dosing) is { } row)
                tasks.Add(new($"Second reader for the time-out: {Who(row)}", $"{read.AskedBy.Name} has read the label, and waits for another person to read it too.", $"/sessions/{row.Id}/time-out", true, Readers, "users", read.AskedAt) { IsAsked = true, NotFor = read.AskedBy.Id });
        }

        return tasks;
    }

    // With what comes next and its hour, so that a late one does not look calm.
    private static WaitingTask InChair(Session session, string who, DateTimeOffset now)
    {
        var next = Due.Next(session, session.Pack, now).FirstOrDefault(item => !item.IsStep);
        return new(who, next is null ? PhaseWord(session.PhaseAt(now)) : $"{PhaseWord(session.PhaseAt(now))}. {next.Says}", $"/sessions/{session.Id}",
            next?.IsOverdue(now) == true || session.Phase is Phase.Dosing or Phase.Paused, [Role.Nurse, Role.Prescriber], "armchair", session.Steps[0].Since)
        { IsChair = true, DueAt = next?.At };
    }

    private static readonly IReadOnlyList<Role> Readers = [Role.Nurse, Role.Prescriber, Role.Therapist];

    private static string PhaseWord(Phase phase) => phase switch
    {
        Phase.Arriving => "Arriving",
        Phase.Checking => "Being checked",
        Phase.Ready => "Ready to start",
        Phase.Dosing => "Dosing",
        Phase.Paused => "Paused",
        Phase.Recovering => "Recovering",
        Phase.Dischargeable => "May leave",
        Phase.Discharged => "Has left; to be signed",
        Phase.NoGo => "Not started: no-go",
        _ => "Signed",
    };
}
