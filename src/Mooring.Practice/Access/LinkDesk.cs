using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>Makes links and says what one opens.</summary>
public sealed class LinkDesk(MooringDb db, TimeProvider clock)
{
    private const int TokenBytes = 24;

    // Ten tries at a birth date (about 30,000 plausible days) leave a guesser one chance in thousands.
    private const int MostFailures = 10;

    /// <summary>
    /// A new link's token: 192 random bits, kept only as a hash. The caller shows it once. Refused, WEB150, to whom may not let
    /// this person in.
    /// </summary>
    public async Task<Outcome<string>> Make(LinkKind kind, Guid subject, TimeSpan validFor, CancellationToken cancel)
    {
        if (db.Unless(kind == LinkKind.Patient ? Right.InvitePatients : Right.ManageStaff) is { } notTheirs)
            return notTheirs;
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Add(new LinkRow { TokenHash = Hash(token), Kind = kind, SubjectId = subject, ExpiresAt = clock.GetUtcNow() + validFor });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>The live link of that kind behind a token, in whichever clinic; null when unknown, used up or expired.</summary>
    public async Task<LinkRow?> Find(LinkKind kind, string token, CancellationToken cancel)
    {
        var hash = Hash(token);
        var now = clock.GetUtcNow();
        var link = await db.Set<LinkRow>().IgnoreQueryFilters().SingleOrDefaultAsync(row => row.TokenHash == hash, cancel);
        var isLive = link is not null && link.Kind == kind && link.ExpiresAt > now && link.Failures < MostFailures
            && (link.UsedAt is null || kind is LinkKind.Demo or LinkKind.Patient);
        return isLive ? link : null;
    }

    /// <summary>Changes nothing, and holds every link of a kind until the caller's transaction ends.</summary>
    internal Task Hold(LinkKind kind, CancellationToken cancel) => db.Set<LinkRow>().IgnoreQueryFilters().Where(row => row.Kind == kind)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, one => one.ExpiresAt), cancel);

    /// <summary>Marks a one-time link as used, in the save of whatever it was used for.</summary>
    public void Use(LinkRow link) => link.UsedAt = clock.GetUtcNow();

    /// <summary>The patient a demo's link stands for; null when it stands for somebody else.</summary>
    public async Task<Patient?> PatientOf(LinkRow link, CancellationToken cancel)
    {
        db.ClinicScope.Enter(link.ClinicId, null);
        var id = new Id<Patient>(link.SubjectId);
        return (await db.Set<PatientRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel))?.AsPatient();
    }

    /// <summary>Opens a patient's link with the birth date. The answer to a wrong date and to a wrong link is the same.</summary>
    public async Task<Outcome<Patient>> OpenAsPatient(string token, DateOnly? birthDate, CancellationToken cancel)
    {
        var refusal = new Refusal("WEB120", "That link and birth date do not go together. Check the date, or ask the clinic for a new link.", "birthDate");
        var link = await Find(LinkKind.Patient, token, cancel);
        if (link is null)
            return refusal;

        db.ClinicScope.Enter(link.ClinicId, null);
        var id = new Id<Patient>(link.SubjectId);
        // Each try is counted before it is judged, by the database and not by what was read: of many at once, ten are judged.
        if (await Live(link).ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, one => one.Failures + 1), cancel) == 0)
            return refusal;
        var patient = await db.Set<PatientRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        if (patient.BirthDate != birthDate)
            return refusal;

        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<LinkRow>().Where(row => row.TokenHash == link.TokenHash)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Failures, 0).SetProperty(one => one.UsedAt, now), cancel);
        return patient.AsPatient();
    }

    private IQueryable<LinkRow> Live(LinkRow link) => db.Set<LinkRow>().Where(row => row.TokenHash == link.TokenHash && row.Failures < MostFailures);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
