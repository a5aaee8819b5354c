using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Content.Library;
using Mooring.Practice.Patients;
using Mooring.Practice.Settings;
using Mooring.Storage;

namespace Mooring.Practice.Privacy;

/// <summary>A mark as it stands in a chart.</summary>
/// <param name="Id">Null for one that stands in every chart of a program.</param>
public sealed record Part2Mark(Guid? Id, Part2Item Kind, string Item, string By, DateTimeOffset? At);

/// <summary>A consent as it was typed.</summary>
public sealed record Part2Form
{
    public Part2Scope? Scope { get; init; }

    public string? What { get; init; }

    public string? Recipient { get; init; }

    public string? Purpose { get; init; }

    public DateOnly? LastDay { get; init; }

    public string? Expires { get; init; }

    public string? Signed { get; init; }

    public DateOnly? SignedOn { get; init; }

    public bool ToldOfRights { get; init; }
}

/// <summary>Marks and consents under 42 CFR Part 2.</summary>
public sealed class Part2Desk(MooringDb db, CurrentClinic current, ClinicalLibrary library, TimeProvider clock)
{
    /// <summary>Letters of one element.</summary>
    public const int Longest = 300;

    /// <summary>The words of the rule for one consent to treatment, payment and operations.</summary>
    public const string TpoRecipient = "My treating providers, health plans, third-party payers, and people helping to operate this program";

    public const string TpoPurpose = "Treatment, payment, and health care operations";

    public Part2Terms Terms => library.PrivacyTerms().Part2;

    /// <summary>What of this chart is marked: by a person, and by itself where the clinic is a program or not sure of it.</summary>
    public async Task<IReadOnlyList<Part2Mark>> Marks(Id<Patient> patient, CancellationToken cancel)
    {
        List<Part2Mark> marks = [.. (await db.Set<Part2MarkRow>().AsNoTracking().Where(row => row.PatientId == patient && row.EndedAt == null).OrderBy(row => row.At).ToListAsync(cancel))
            .Select(row => new Part2Mark(row.Id, row.Kind, row.Item, row.By.Name, row.At))];
        if ((await current.Find(cancel))?.Part2Program is Part2Program.Yes or Part2Program.Unsure)
        {
            marks.AddRange(Terms.Protocols.Select(id => new Part2Mark(null, Part2Item.Protocol, id, "every chart of this clinic", null)));
            marks.AddRange(Terms.Instruments.Select(id => new Part2Mark(null, Part2Item.Instrument, id, "every chart of this clinic", null)));
        }

        return marks;
    }

    /// <summary>WEB150, STO105, PRV130 what, PRV131 which.</summary>
    public async Task<Outcome<Guid>> Mark(Id<Patient> patient, Part2Item? kind, string? item, CancellationToken cancel)
    {
        if (db.Unless(Right.KeepPart2) is { } notTheirs)
            return notTheirs;
        var which = kind == Part2Item.Episode ? "" : item?.Trim() ?? "";
        if (kind is null)
            return new Refusal("PRV130", "Choose what is a record of substance use treatment.", "kind");
        if (kind != Part2Item.Episode && which.Length is 0 or > Longest)
            return new Refusal("PRV131", $"Write which, in {Longest} letters at most.", "item");
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var row = new Part2MarkRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), PatientId = patient, Kind = kind.Value, Item = which, By = db.Acting(), At = clock.GetUtcNow() };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>It is none after all. WEB150, PRV132 no such mark.</summary>
    public async Task<Outcome<Guid>> Unmark(Id<Patient> patient, Guid mark, CancellationToken cancel)
    {
        if (db.Unless(Right.KeepPart2) is { } notTheirs)
            return notTheirs;
        if (await db.Set<Part2MarkRow>().SingleOrDefaultAsync(row => row.Id == mark && row.PatientId == patient && row.EndedAt == null, cancel) is not { } row)
            return new Refusal("PRV132", "This mark is gone already; look at the page again.");
        (row.EndedAt, row.EndedBy) = (clock.GetUtcNow(), db.Acting());
        await db.SaveChangesAsync(cancel);
        return mark;
    }

    /// <summary>All consents, the last first.</summary>
    public async Task<IReadOnlyList<KeptConsent>> Consents(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await db.Set<Part2ConsentRow>().AsNoTracking().Where(row => row.PatientId == patient).ToListAsync(cancel)).Select(row => row.AsKept()).OrderByDescending(kept => kept.What.At)];

    /// <summary>
    /// Keeps what the patient signed. WEB150, STO105, PRV133 to whom, PRV134 what, PRV135 when it ends, PRV136 the signature,
    /// PRV137 that the patient was told how to revoke it and what may become of what is disclosed.
    /// </summary>
    public async Task<Outcome<Guid>> Take(Id<Patient> patient, Part2Form form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (db.Unless(Right.KeepPart2) is { } notTheirs)
            return notTheirs;
        if (!await db.Set<PatientRow>().AnyAsync(row => row.Id == patient, cancel))
            return new Refusal("STO105", "There is no such patient in this clinic.");
        var (clinic, now) = ((await current.Find(cancel))!, clock.GetUtcNow());
        var refusals = Against(form, clinic.DayOf(now)).ToList();
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);
        var isTpo = form.Scope == Part2Scope.TreatmentPaymentOperations;
        var row = new Part2ConsentRow
        {
            Id = Guid.CreateVersion7(now),
            PatientId = patient,
            LastDay = form.LastDay,
            What = new(form.Scope!.Value, clinic.Name, form.What!.Trim(), isTpo ? TpoRecipient : form.Recipient!.Trim(), isTpo ? TpoPurpose : form.Purpose!.Trim(), form.LastDay, form.Expires?.Trim(), form.Signed!.Trim(), form.SignedOn!.Value, db.Acting(), now),
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>Holds no more from this moment on. WEB150, PRV138 how, PRV139 no such consent.</summary>
    public async Task<Outcome<Guid>> Revoke(Id<Patient> patient, Guid consent, string? how, CancellationToken cancel)
    {
        if (db.Unless(Right.KeepPart2) is { } notTheirs)
            return notTheirs;
        var says = how?.Trim() ?? "";
        if (says.Length is 0 or > Longest)
            return new Refusal("PRV138", $"Write how the patient revoked it, such as in writing, in {Longest} letters at most.", "how");
        if (await db.Set<Part2ConsentRow>().SingleOrDefaultAsync(row => row.Id == consent && row.PatientId == patient && row.RevokedAt == null, cancel) is not { } row)
            return new Refusal("PRV139", "This consent was revoked already; look at the page again.");
        (row.RevokedAt, row.RevokedBy, row.RevokedHow) = (clock.GetUtcNow(), db.Acting(), says);
        await db.SaveChangesAsync(cancel);
        return consent;
    }

    private static IEnumerable<Refusal> Against(Part2Form form, DateOnly today)
    {
        var isNamed = form.Scope == Part2Scope.NamedRecipient;
        if (form.Scope is null || (isNamed && (Bad(form.Recipient) || Bad(form.Purpose))))
            yield return new("PRV133", "Choose to whom: all who treat and pay, or a recipient with name and purpose.", "recipient");
        if (Bad(form.What))
            yield return new("PRV134", $"Write what may be disclosed, specific and meaningful, in {Longest} letters at most.", "what");
        if ((isNamed && form.LastDay is null && Bad(form.Expires)) || form.LastDay < today || form.Expires?.Length > Longest)
            yield return new("PRV135", "Write when the consent ends: a day that is to come, or an event.", "lastDay");
        if (Bad(form.Signed) || form.SignedOn is not { } on || on > today)
            yield return new("PRV136", "Write the name under the consent and the day on which it was signed.", "signed");
        if (!form.ToldOfRights)
            yield return new("PRV137", "Tick that the patient was told how to revoke it, what follows when the consent is refused, and that what is disclosed may be disclosed again.", "toldOfRights");
    }

    private static bool Bad(string? text) => text?.Trim().Length is null or 0 or > Longest;
}
