using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Storage;
using Mooring.Storage.Audit;

namespace Mooring.Practice.Access;

/// <summary>A patient's link that was opened.</summary>
/// <param name="Link">How the link is called; the sign-in ends with it.</param>
public sealed record OpenedLink(Patient Patient, string Link);

/// <summary>A link of a patient, as a list shows it.</summary>
/// <param name="Name">By which it is ended; it opens nothing.</param>
public sealed record PatientLink(string Name, Guid Patient, DateTimeOffset? MadeAt, string? MadeBy, string? SentTo, DateTimeOffset ExpiresAt, DateTimeOffset? LastOpenedAt, string? Device, DateTimeOffset? EndedAt, string? EndedBy)
{
    public bool IsLive(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;

    /// <summary>The name of the patient, where the list is of the whole clinic.</summary>
    public string? Who { get; init; }

    public string? Number { get; init; }
}

/// <summary>
/// Opens, lists and ends the links of patients. Who makes a link never opens it: that is held where it is opened, by the
/// browser that staff signed in with.
/// </summary>
public sealed class PatientLinkDesk(MooringDb db, LinkDesk links, LinkTries tries, ClinicalLibrary library, AccessLog log, TimeProvider clock)
{
    /// <summary>Letters of where a link was sent and of a device's name.</summary>
    public const int Longest = 200;

    public TimeSpan Valid => library.Sound().Privacy!.Value.Links.Valid;

    /// <summary>A new link, which ends the old ones: WEB150, PRV180 where it goes.</summary>
    public async Task<Outcome<string>> Make(Id<Patient> patient, string? sentTo, CancellationToken cancel) => sentTo?.Trim().Length > Longest
        ? new Refusal("PRV180", $"Write where the link goes, in {Longest} letters at most.", "sentTo")
        : await links.Make(LinkKind.Patient, patient.Value, Valid, cancel, string.IsNullOrWhiteSpace(sentTo) ? null : sentTo.Trim());

    /// <summary>
    /// Opens a link with the birth date. The answer to a wrong date, to a wrong link and to too many tries is the same, WEB120;
    /// PRV181 says to whom knows the date that the link belongs to another device.
    /// </summary>
    /// <param name="device">What the browser was given when it opened this link before, or what it is given now; null binds to none.</param>
    /// <param name="deviceName">What it says that it is.</param>
    public async Task<Outcome<OpenedLink>> Open(string token, DateOnly? birthDate, string? device, string? deviceName, CancellationToken cancel)
    {
        var refusal = new Refusal("WEB120", "That link and birth date do not go together. Check the date, or ask the clinic for a new link.", "birthDate");
        if (await links.Find(LinkKind.Patient, token, cancel) is not { } link)
            return refusal;
        db.ClinicScope.Enter(link.ClinicId, null);
        // Each try is counted before it is judged, by the database and not by what was read, over all links of the person.
        if (!await tries.Count(link.SubjectId, cancel))
            return await Failed(link, "too many tries", refusal, cancel);
        var id = new Id<Patient>(link.SubjectId);
        var patient = await db.Set<PatientRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        if (patient.BirthDate != birthDate)
            return await Failed(link, "wrong birth date", refusal, cancel);
        if (device is not null && !await Bind(link, LinkDesk.Hash(device), deviceName, cancel))
            return await Failed(link, "another device", new("PRV181", "This link was opened on another device, and opens on that one only. Ask the clinic for a new link; the old one ends with it."), cancel);
        await tries.Reset(link.SubjectId, cancel);
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<LinkRow>().Where(row => row.TokenHash == link.TokenHash).ExecuteUpdateAsync(row => row.SetProperty(one => one.UsedAt, now).SetProperty(one => one.LastOpenedAt, now), cancel);
        await log.Note(db.Clinic, Line(AccessActs.LinkOpened, link, "link of a patient"), cancel);
        return new OpenedLink(patient.AsPatient(), LinkDesk.Name(link));
    }

    /// <summary>Those of a patient, the last first; none for whoever makes none.</summary>
    public async Task<IReadOnlyList<PatientLink>> Of(Id<Patient> patient, CancellationToken cancel) => db.Unless(Right.InvitePatients) is not null ? [] :
        (await db.Set<LinkRow>().AsNoTracking().Where(row => row.Kind == LinkKind.Patient && row.SubjectId == patient.Value).OrderByDescending(row => row.ExpiresAt).ToListAsync(cancel)).ConvertAll(Read);

    /// <summary>All live links of the clinic's patients, the last first; for the privacy officer.</summary>
    public async Task<IReadOnlyList<PatientLink>> Live(CancellationToken cancel)
    {
        if (db.Unless(Right.ManagePrivacy) is not null)
            return [];
        var now = clock.GetUtcNow();
        var rows = await db.Set<LinkRow>().AsNoTracking().Where(row => row.Kind == LinkKind.Patient && row.EndedAt == null && row.ExpiresAt > now).OrderByDescending(row => row.ExpiresAt).ToListAsync(cancel);
        var ids = rows.Select(row => new Id<Patient>(row.SubjectId)).Distinct().ToList();
        var people = (await db.Set<PatientRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id.Value, row => row.AsPatient());
        return rows.ConvertAll(row => Read(row) with { Who = people.GetValueOrDefault(row.SubjectId)?.ShortName, Number = people.GetValueOrDefault(row.SubjectId)?.Number });
    }

    /// <summary>Ends a link, and every sign-in by it, at once: WEB150, PRV182 none such.</summary>
    public async Task<Outcome<Guid>> End(string? name, CancellationToken cancel)
    {
        if (db.Unless(Right.InvitePatients) is { } notTheirs && db.Unless(Right.ManagePrivacy) is not null)
            return notTheirs;
        var hash = name is { Length: 64 } && name.All(char.IsAsciiHexDigit) ? Convert.FromHexString(name) : [];
        if (await db.Set<LinkRow>().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Kind == LinkKind.Patient && row.EndedAt == null, cancel) is not { } link)
            return new Refusal("PRV182", "This link is ended already; look at the list again.");
        (link.EndedAt, link.EndedBy) = (clock.GetUtcNow(), db.Acting().Name);
        await db.SaveChangesAsync(cancel);
        await log.Note(db.Clinic, Line(AccessActs.LinkEnded, link, "link of a patient") with { By = db.Acting() }, cancel);
        return link.SubjectId;
    }

    /// <summary>Whether a sign-in by this link still holds. A sign-in without a link's name, as in a demo, does.</summary>
    public async Task<bool> Holds(string link, CancellationToken cancel)
    {
        if (link.Length != 64)
            return true;
        var hash = Convert.FromHexString(link);
        return await db.Set<LinkRow>().IgnoreQueryFilters().AnyAsync(row => row.TokenHash == hash && row.EndedAt == null, cancel);
    }

    // The first device that opens it: of two at once, one is first.
    private async Task<bool> Bind(LinkRow link, byte[] device, string? name, CancellationToken cancel)
    {
        var says = name is { Length: > Longest } ? name[..Longest] : name;
        var mine = db.Set<LinkRow>().Where(row => row.TokenHash == link.TokenHash);
        return await mine.Where(row => row.Device == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.Device, device).SetProperty(one => one.DeviceName, says), cancel) == 1
            || await mine.AnyAsync(row => row.Device == device, cancel);
    }

    private async Task<Outcome<OpenedLink>> Failed(LinkRow link, string why, Refusal refusal, CancellationToken cancel)
    {
        await log.Note(db.Clinic, Line(AccessActs.LinkFailed, link, why), cancel);
        return refusal;
    }

    private static AccessNote Line(string act, LinkRow link, string subject) => new(act, subject) { SubjectId = LinkDesk.Name(link), Patient = link.SubjectId };

    private static PatientLink Read(LinkRow row) => new(LinkDesk.Name(row), row.SubjectId, row.MadeAt, row.MadeBy, row.SentTo, row.ExpiresAt, row.LastOpenedAt, row.DeviceName, row.EndedAt, row.EndedBy);
}
