using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>What may leave the house, and what goes along with it.</summary>
/// <param name="Marked">What of the chart is a record of substance use treatment; what leaves without consent leaves these out.</param>
/// <param name="Notice">The notice that goes along; null where nothing marked leaves.</param>
/// <param name="Scope">Of the consent, in words, for the recipient.</param>
public sealed record Release(ReleaseDecision Decision, IReadOnlyList<LeavingItem> Marked, string? Notice, int? NoticeVersion, string? Scope)
{
    /// <summary>Codes of FHIR's security labels; none where nothing marked leaves.</summary>
    public IReadOnlyList<string> Labels => Decision.IsMarked ? ["R", "42CFRPart2", "SUD", "NORDSCLCD"] : [];
}

/// <summary>Asks what may leave, and keeps the accounting of what did.</summary>
public sealed class DisclosureDesk(MooringDb db, Part2Desk part2, CurrentClinic current, TimeProvider clock)
{
    /// <summary>Letters of to whom, what and how.</summary>
    public const int Longest = 500;

    /// <summary>PRV140 for a record of substance use treatment that no consent covers.</summary>
    public async Task<Outcome<Release>> Ask(Id<Patient> patient, IReadOnlyCollection<LeavingItem> leaving, string to, bool toPatient, CancellationToken cancel, bool isForCare = true)
    {
        var release = await Decide(patient, leaving, to, toPatient, cancel, isForCare);
        return release.Decision.IsWithheld
            ? new Refusal("PRV140", "This is a record of substance use treatment (42 CFR Part 2), and no consent of the patient covers it. Take the consent under Part 2, or hand the copy to the patient.", "to")
            : release;
    }

    /// <summary>The same, for what leaves out what no consent covers.</summary>
    public async Task<Release> Decide(Id<Patient> patient, IReadOnlyCollection<LeavingItem> leaving, string to, bool toPatient, CancellationToken cancel, bool isForCare = true)
    {
        var today = (await current.Find(cancel))!.DayOf(clock.GetUtcNow());
        IReadOnlyList<LeavingItem> marked = [.. (await part2.Marks(patient, cancel)).Select(mark => new LeavingItem(mark.Kind, mark.Item))];
        var consents = marked.Count == 0 ? [] : await part2.Consents(patient, cancel);
        var decision = ReleaseRule.Decide(marked, leaving, to, toPatient, [.. consents.Select(consent => consent.Standing)], today, isForCare);
        var consent = consents.FirstOrDefault(one => one.Id == decision.Consent)?.What;
        var goesAlong = decision is { IsMarked: true, IsWithheld: false } && !toPatient;
        return new(decision, marked, goesAlong ? part2.Terms.Notice : null, goesAlong ? part2.Terms.Version : null,
            consent is null ? null : $"Consent of the patient, signed {consent.SignedOn:yyyy-MM-dd}. What: {consent.What}. To: {consent.Recipient}. Purpose: {consent.Purpose}. Ends: {(consent.LastDay is { } day ? $"{day:yyyy-MM-dd}" : consent.Expires ?? "none")}.");
    }

    /// <summary>Keeps that it left, in the caller's save.</summary>
    /// <param name="bytes">What left, where it was a file.</param>
    public void Add(Id<Patient> patient, Release release, string to, string what, string how, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(release);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(new DisclosureRow
        {
            Id = id,
            PatientId = patient,
            At = now,
            What = new(id, now, db.Acting(), Short(to), release.Decision.Basis, release.Decision.Consent, Short(what), bytes.IsEmpty ? null : Convert.ToHexStringLower(SHA256.HashData(bytes)), string.Join(' ', release.Labels), release.NoticeVersion, Short(how)),
        });
    }

    /// <summary>The same, kept at once.</summary>
    public async Task Keep(Id<Patient> patient, Release release, string to, string what, string how, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadCharts) is not null)
            return;
        Add(patient, release, to, what, how, bytes.Span);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A disclosure that was made on paper or by word: WEB150, STO105, PRV140, PRV141 to whom, PRV142 what.</summary>
    public async Task<Outcome<Guid>> Write(Id<Patient> patient, DisclosureBasis? basis, string? to, string? what, string? how, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadDisclosures) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [];
        if (to?.Trim().Length is null or 0 or > Longest)
            refusals.Add(new("PRV141", $"Write to whom, with the address if it is known, in {Longest} letters at most.", "to"));
        if (basis is null || what?.Trim().Length is null or 0 or > Longest)
            refusals.Add(new("PRV142", $"Write what was disclosed, in {Longest} letters at most, and choose on what ground.", "what"));
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var asked = await Ask(patient, [new(Part2Item.Episode, "")], to!, basis is DisclosureBasis.Patient or DisclosureBasis.Law, cancel);
        if (!asked.IsDone)
            return Outcome<Guid>.Refuse(asked.Refusals);
        var release = asked.Value with { Decision = asked.Value.Decision with { Basis = basis!.Value } };
        Add(patient, release, to!.Trim(), what!.Trim(), how?.Trim() ?? "", default);
        await db.SaveChangesAsync(cancel);
        return patient.Value;
    }

    /// <summary>The accounting: the last first, so many years back as the content says; none for whoever may not read it.</summary>
    public async Task<IReadOnlyList<Disclosure>> Of(Id<Patient> patient, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadDisclosures) is not null)
            return [];
        var since = clock.GetUtcNow().AddYears(-part2.Terms.AccountingYears);
        return [.. (await db.Set<DisclosureRow>().AsNoTracking().Where(row => row.PatientId == patient && row.At >= since).OrderByDescending(row => row.At).ToListAsync(cancel)).Select(row => row.What)];
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest];
}
