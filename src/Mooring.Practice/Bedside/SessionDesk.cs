using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Practice.Chairs;
using Mooring.Practice.Content;
using Mooring.Practice.Patients;
using Mooring.Practice.Referrals;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Bedside;

/// <summary>Somebody in a chair: first name and initial.</summary>
public sealed record Seated(Id<Session> Session, string Chair, string ShortName);

/// <summary>
/// Finds, lists and opens dosing sessions. What is done in one has a desk for each subject beside this: each loads the
/// session, lets it decide and keeps what it decided; the same event id a second time changes nothing.
/// </summary>
public sealed class SessionDesk(MooringDb db, SessionJournal journal, SessionContent content, SignatureDesk signatures, TimeProvider clock)
{
    /// <summary>Refused because the entry's id is taken, by itself with other words or by another's.</summary>
    public static bool IsTaken(Refusal refusal) => refusal.Code is Resent.AnotherSet or Resent.AnotherCorrection or RefusalCodes.KeptOtherwise or ReferralDesk.FormKeptOtherwise;

    /// <summary>The session, or null when there is none of that id in this clinic.</summary>
    public Task<Session?> Find(Id<Session> id, CancellationToken cancel) => journal.Load(id, cancel);

    /// <summary>Whose session it is.</summary>
    public async Task<Patient?> PatientOf(Session session, CancellationToken cancel)
    {
        var id = new Id<Patient>(session.Plan.Patient);
        return (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel))?.AsPatient();
    }

    /// <summary>The sessions of a patient, the newest first.</summary>
    public async Task<IReadOnlyList<Id<Session>>> Of(Id<Patient> patient, CancellationToken cancel) => await db.Set<SessionRow>().AsNoTracking()
        .Where(row => row.PatientId == patient).OrderByDescending(row => row.OpenedAt).Select(row => row.Id).ToListAsync(cancel);

    /// <summary>Who sits in a chair now, in the order of the chairs.</summary>
    public async Task<IReadOnlyList<Seated>> SeatedNow(CancellationToken cancel)
    {
        var rows = await (from row in db.Set<SessionRow>().AsNoTracking()
                          where row.IsSeated && !row.IsClosed
                          join chair in db.Set<ChairRow>().AsNoTracking() on row.ChairId equals (Id<Chair>?)chair.Id
                          join patient in db.Set<PatientRow>().AsNoTracking() on row.PatientId equals patient.Id
                          orderby chair.Order
                          select new { row.Id, chair.Name, Patient = patient }).ToListAsync(cancel);
        return [.. rows.Select(row => new Seated(row.Id, row.Name, row.Patient.AsPatient().ShortName))];
    }

    /// <summary>
    /// Opens a session on a signed plan whose monitoring pack is the one in the content folder, which is kept from now on.
    /// Outside a demonstration, content that nobody signed opens none: SES906.
    /// Opening the same id again is answered with it.
    /// </summary>
    public async Task<Outcome<Session>> OpenFor(Id<Session> id, SessionPlan plan, EntryStamp stamp, CancellationToken cancel)
    {
        if (db.Unless(Right.OpenSessions) is { } notTheirs)
            return notTheirs;
        if (await journal.Load(id, cancel) is { } open)
            return open.Plan.Patient == plan.Patient ? open : ChosenId.Otherwise;
        if (await db.Set<SessionRow>().IgnoreQueryFilters().AnyAsync(row => row.Id == id, cancel) || await journal.IsTaken(stamp.EventId, cancel))
            return ChosenId.Otherwise;
        if (content.PackOf(plan.Monitoring) is not { } pack || content.TextOf(plan.Monitoring) is not { } text)
            return new Refusal("STO164", $"The monitoring pack '{plan.Monitoring.Id}' of this plan is not the reviewed one in the library; pin it again.", "monitoring");
        if (await signatures.Unsigned(plan.Protocol.Id, plan.Monitoring, cancel) is { Count: > 0 } unsigned)
            return Outcome<Session>.Refuse(unsigned);
        var patient = new Id<Patient>(plan.Patient);
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var decision = Session.Open(plan, pack);
        if (!decision.IsDone)
            return Outcome<Session>.Refuse(decision.Refusals);

        if (!await db.Set<ArchivedContentRow>().AnyAsync(row => row.Hash == plan.Monitoring.Hash, cancel))
            db.Add(new ArchivedContentRow { Hash = plan.Monitoring.Hash, Id = plan.Monitoring.Id, Text = text, KeptAt = clock.GetUtcNow() });
        await journal.Open(id, plan, stamp, cancel);
        return (await journal.Load(id, cancel))!;
    }

    /// <summary>The hash of the last kept entry, in hexadecimal: what a printed record names.</summary>
    public async Task<string> Head(Id<Session> id, CancellationToken cancel) =>
        Convert.ToHexStringLower((await journal.Links(id, cancel))[^1].Hash.Span);
}
