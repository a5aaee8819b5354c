using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Staffing;
using Mooring.Content.Library;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access;

/// <summary>A license or certificate as typed.</summary>
/// <param name="Until">The last day.</param>
/// <param name="Supervisor">Who supervises, where it is that.</param>
public sealed record CredentialForm(string? Kind, DateOnly? Until, string? Number, Guid? Supervisor);

/// <summary>The licenses and certificates of somebody who works here.</summary>
/// <param name="Standing">Each kind that they need or have.</param>
/// <param name="All">Every entry, the newest first, ended ones among them.</param>
public sealed record StaffCredentials(StaffRow Person, IReadOnlyList<CredentialStanding> Standing, IReadOnlyList<Credential> All);

/// <summary>Keeps the licenses and certificates of staff: a manager enters and ends them, everyone reads their own.</summary>
public sealed class CredentialDesk(MooringDb db, StaffDesk staff, ClinicalLibrary library, TimeProvider clock)
{
    /// <summary>Letters of a number or a reason.</summary>
    public const int LongestText = 200;

    private const int MostYears = 50;

    public CredentialTerms Terms => library.Sound().Credentials!.Value;

    /// <summary>Of one person; null for somebody who is not here, and for anybody else's than one's own without the say over staff.</summary>
    public async Task<StaffCredentials?> Of(Guid person, CancellationToken cancel)
    {
        if ((person != db.Acting().Id && db.Unless(Right.ManageStaff) is not null) || (await staff.All(cancel)).FirstOrDefault(one => one.Id == person) is not { } who)
            return null;
        var entries = await Entries(person, cancel);
        return new(who, CredentialStanding.Of(Terms, who.Roles, entries, await staff.Today(clock, cancel)), entries);
    }

    /// <summary>Enters one. The same id twice is kept once. Refusals: WEB150, CRE103 who, CRE104 which kind, CRE105 no last day, CRE111 one that is too far away, CRE106 too long, CRE107 who supervises.</summary>
    public async Task<Outcome<Credential>> Add(Guid person, Id<Credential> id, CredentialForm form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.ManageStaff) is { } notTheirs)
            return notTheirs;
        if (await db.Set<CredentialRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.StaffId == person, cancel) is { } kept)
            return kept.AsCredential();
        var people = await staff.All(cancel);
        var supervisor = people.FirstOrDefault(one => one.Id == form.Supervisor && one.Id != person && !one.IsDisabled && one.Roles.Contains(Role.Prescriber));
        var (kind, number) = (Terms.Find(form.Kind), form.Number?.Trim());
        List<Refusal> refusals = [.. Against(form.Until, kind, await staff.Today(clock, cancel))];
        if (people.All(one => one.Id != person))
            refusals.Add(new("CRE103", "There is no such person here."));
        if (kind is { NamesPrescriber: true } && supervisor is null)
            refusals.Add(new("CRE107", "Choose the prescriber who supervises, somebody else than this person.", "supervisor"));
        if (number?.Length > LongestText)
            refusals.Add(new("CRE106", $"Write it in {LongestText} letters at most.", "number"));
        if (refusals.Count > 0)
            return Outcome<Credential>.Refuse(refusals);

        var row = new CredentialRow
        {
            Id = id,
            StaffId = person,
            Kind = kind!.Id,
            Number = string.IsNullOrEmpty(number) ? null : number,
            Until = form.Until,
            SupervisorId = kind.NamesPrescriber ? supervisor!.Id : null,
            SupervisorName = kind.NamesPrescriber ? supervisor!.FullName : null,
            By = db.Acting(),
            At = clock.GetUtcNow(),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.AsCredential();
    }

    /// <summary>It counts no more, from today on, or it never did. Refusals: WEB150, CRE106 too long, CRE108 none that counts, CRE109 which of both, or no reason.</summary>
    public async Task<Outcome<Credential>> End(Id<Credential> id, CredentialEnd? how, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageStaff) is { } notTheirs)
            return notTheirs;
        var reason = because?.Trim() ?? "";
        if (how is null || reason.Length == 0)
            return new Refusal("CRE109", "Say whether it is no longer valid or was entered in error, and write why.", "because");
        if (reason.Length > LongestText)
            return new Refusal("CRE106", $"Write it in {LongestText} letters at most.", "because");
        if (await db.Set<CredentialRow>().SingleOrDefaultAsync(row => row.Id == id && row.Ended == null, cancel) is not { } row)
            return new Refusal("CRE108", "This was ended already, or there is none; look at the page again.");
        (row.Ended, row.EndedOn, row.EndedBecause, row.EndedBy) = (how, (await staff.Today(clock, cancel)).AddDays(-1), reason, db.Acting());
        await db.SaveChangesAsync(cancel);
        return row.AsCredential();
    }

    internal async Task<IReadOnlyList<Credential>> Entries(Guid? person, CancellationToken cancel) =>
        (await db.Set<CredentialRow>().AsNoTracking().Where(row => person == null || row.StaffId == person).OrderByDescending(row => row.At).ToListAsync(cancel)).ConvertAll(row => row.AsCredential());

    private static IEnumerable<Refusal> Against(DateOnly? until, CredentialKind? kind, DateOnly today)
    {
        if (kind is null)
            yield return new("CRE104", "Choose what it is.", "kind");
        else if (until is null && !kind.MayBeOpen)
            yield return new("CRE105", $"Write the last day on which it is valid; {kind.Name} has one.", "until");
        if (until > today.AddYears(MostYears) || until < today.AddYears(-MostYears))
            yield return new("CRE111", $"That is more than {MostYears} years away; check the year.", "until");
    }
}
