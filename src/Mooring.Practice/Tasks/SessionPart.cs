using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Correcting;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Practice.Chairs;
using Mooring.Practice.Sessions;
using Mooring.Storage;

namespace Mooring.Practice.Tasks;

/// <summary>Sessions on the pathway and the timeline, and what they wait for.</summary>
internal sealed class SessionPart(MooringDb db, SessionJournal journal) : ChartPart
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
            .Select((row, index) => new TimelineEntry(row.OpenedAt, "session", $"Session {index + 1}", PhaseWord(row.Phase), ChartPlace.Session, row.Id.Value))];

    internal override async Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel)
    {
        var open = await db.Set<SessionRow>().AsNoTracking().Where(row => row.PatientId == patient && !row.IsClosed).ToListAsync(cancel);
        List<Wait> waits = [];
        foreach (var row in open)
        {
            if (await journal.Load(row.Id, cancel) is not { } session)
                continue;
            var who = $"{Wait.Name}, {await Chair(row, cancel)}";
            if (row.Phase is Phase.Discharged or Phase.NoGo)
                waits.Add(new(TaskKind.SignSession, row.Id.Value, $"Sign the session: {who}", PhaseWord(row.Phase), [.. session.Pack.Discharge.Signatures.Except(session.SignedBy)]) { Since = session.Steps[^1].Since });
            if (session.Unconfirmed is [var first, ..] locked)
                waits.Add(new(TaskKind.ConfirmLocked, row.Id.Value, $"Confirm what was entered while locked: {who}", locked.Count == 1 ? "1 entry" : $"{locked.Count} entries", [Role.Nurse, Role.Prescriber]) { Since = first.ReceivedAt });
            if (session is { Phase: Phase.Checking, AskedForGoAt: { } asked })
                waits.Add(new(TaskKind.GoDecision, row.Id.Value, $"Go or no-go: {who}", "The checks are done, and the chair waits for the decision.", [Role.Prescriber]) { Since = asked, UrgentFrom = asked });
            if (row.Phase < Phase.Dosing && await db.Set<TimeOutRequestRow>().AsNoTracking().Where(read => read.SessionId == row.Id && !read.IsDone).OrderByDescending(read => read.AskedAt).FirstOrDefaultAsync(cancel) is { } read)
                waits.Add(new(TaskKind.SecondReader, row.Id.Value, $"Second reader for the time-out: {who}", $"{read.AskedBy.Name} has read the label, and waits for another person to read it too.", Readers) { Since = read.AskedAt, UrgentFrom = read.AskedAt, NotFor = read.AskedBy.Id });
        }

        return waits;
    }

    private async Task<string> Chair(SessionRow row, CancellationToken cancel) =>
        row.ChairId is not { } chair ? "no chair yet" : await db.Set<ChairRow>().Where(one => one.Id == chair).Select(one => one.Name).SingleOrDefaultAsync(cancel) ?? "no chair";

    private static readonly IReadOnlyList<Role> Readers = [Role.Nurse, Role.Prescriber, Role.Therapist];

    internal static string PhaseWord(Phase phase) => phase switch
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
