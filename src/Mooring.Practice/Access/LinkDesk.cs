using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Access;

/// <summary>Makes links and says what one opens. Those of patients are opened, listed and ended by <see cref="PatientLinkDesk"/>.</summary>
public sealed class LinkDesk(MooringDb db, AccessLog log, TimeProvider clock)
{
    private const int TokenBytes = 24;

    /// <summary>
    /// A new link's token: 192 random bits, kept only as a hash. The caller shows it once. A new link of a patient ends the old
    /// ones. Refused, WEB150, to whom may not let this person in.
    /// </summary>
    /// <param name="sentTo">Where it goes, for the list of links; nothing where nobody said.</param>
    public async Task<Outcome<string>> Make(LinkKind kind, Guid subject, TimeSpan validFor, CancellationToken cancel, string? sentTo = null)
    {
        if (db.Unless(kind == LinkKind.Patient ? Right.InvitePatients : Right.ManageStaff) is { } notTheirs)
            return notTheirs;
        var (now, by, token) = (clock.GetUtcNow(), db.ClinicScope.Actor, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)));
        var row = new LinkRow { TokenHash = Hash(token), Kind = kind, SubjectId = subject, ExpiresAt = now + validFor, MadeAt = now, MadeBy = by?.Name, SentTo = sentTo };
        if (kind == LinkKind.Patient)
        {
            foreach (var old in await db.Set<LinkRow>().Where(link => link.Kind == kind && link.SubjectId == subject && link.EndedAt == null && link.ExpiresAt > now).ToListAsync(cancel))
                (old.EndedAt, old.EndedBy) = (now, "a newer link");
            // Somebody here gives the patient another way in: the count begins anew.
            await db.Set<LinkTriesRow>().Where(tries => tries.SubjectId == subject).ExecuteDeleteAsync(cancel);
        }

        db.Add(row);
        await db.SaveChangesAsync(cancel);
        if (kind is LinkKind.Patient or LinkKind.Join)
            await log.Note(db.Clinic, new(AccessActs.LinkMade, kind == LinkKind.Patient ? "link of a patient" : "link to join") { By = by, SubjectId = Name(row), Patient = kind == LinkKind.Patient ? subject : null }, cancel);
        return token;
    }

    /// <summary>The live link of that kind behind a token, in whichever clinic; null when unknown, used up, ended or expired.</summary>
    public async Task<LinkRow?> Find(LinkKind kind, string token, CancellationToken cancel)
    {
        var hash = Hash(token);
        var now = clock.GetUtcNow();
        var link = await db.Set<LinkRow>().IgnoreQueryFilters().SingleOrDefaultAsync(row => row.TokenHash == hash, cancel);
        var isLive = link is not null && link.Kind == kind && link.ExpiresAt > now && link.EndedAt is null
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

    /// <summary>How a link is called in lists, logs and sign-ins: it opens nothing.</summary>
    internal static string Name(LinkRow link) => Convert.ToHexString(link.TokenHash);

    /// <summary>What is kept of a secret that is random enough by itself.</summary>
    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
