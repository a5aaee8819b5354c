using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Signing;
using Mooring.Content.Library;
using Mooring.Content.Yaml;
using Mooring.Practice.Access;
using Mooring.Practice.Content;
using Mooring.Practice.Patients;
using Mooring.Practice.Signatures;
using Mooring.Storage;

namespace Mooring.Practice.Consents;

/// <summary>What was filled in on the tablet. The staff member who is signed in explained it and is the witness.</summary>
public sealed record ConsentAnswers
{
    public string Language { get; init; } = "en";

    public IReadOnlyList<string> Ticked { get; init; } = [];

    /// <summary>Question id to choice id.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Permission id to what the person said.</summary>
    public IReadOnlyDictionary<string, bool> Permissions { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public string? Asked { get; init; }

    public string? Told { get; init; }

    public string Signature { get; init; } = "";

    public string? Interpreter { get; init; }
}

/// <summary>Takes consents, and says whether one holds.</summary>
public sealed class ConsentDesk(MooringDb db, PatientDesk patients, CourseContent content, StaffDesk staff, SigningAgain again, SignatureJournal signatures, ITypedSecret typed, TimeProvider clock)
{
    /// <summary>The form that a protocol's drug, route and label ask for, in the person's language unless another is named.</summary>
    public ConsentForm Form(Protocol protocol, Language language) => content.Consent(protocol, language.Code());

    /// <summary>
    /// Signs, keeping the exact text by its hash. A wrong teach-back answer is explained and refused: CON101 to CON108,
    /// CON110, STO105. The same id a second time changes nothing.
    /// </summary>
    public async Task<Outcome<SignedConsent>> Sign(
        Id<Patient> patient, Id<SignedConsent> id, string protocolId, ConsentAnswers answers, CancellationToken cancel)
    {
        if (ConsentSigning.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        if (await patients.Find(patient, cancel) is not { } person)
            return new Refusal("STO105", "There is no such patient in this clinic.");
        if (content.Protocol(protocolId) is not { } protocol)
            return new Refusal("CON108", "Choose the protocol that the consent is for.", "protocol");
        var form = content.Consent(protocol, answers.Language);
        var filled = Filled(person, answers, db.Acting());
        if (await Kept() is { } kept)
            return kept;

        var now = clock.GetUtcNow();
        var signed = filled.Sign(form, now, await staff.Today(clock, cancel));
        if (!signed.IsDone)
            return signed;

        // The device is in the patient's hands: the witness signs when it is given back.
        var consent = signed.Value with { Id = id, AwaitsWitness = typed.IsAsked };
        return await ChosenId.Keep(db, Kept, async () =>
        {
            await signatures.Add(SignedRows.Consents, id.Value, consent.AsSigned(), new(SignatureMeaning.Approved, $"{person.FullName} typed the name."), cancel);
            db.Add(new ConsentRow { Id = id, PatientId = patient, FormId = form.Id, SignedAt = now, What = consent });
            await db.Keep(form.Hash, $"{form.Id}.{form.Language}", content.TextOf("consent", $"{form.Id}.{form.Language}"), now, cancel);
            await db.SaveChangesAsync(cancel);
            return consent;
        });

        Task<Outcome<SignedConsent>?> Kept() => ChosenId.Kept<ConsentRow, SignedConsent>(db, row => row.Id == id,
            row => row.PatientId == patient && row.FormId == form.Id && JsonColumn.Write(row.What.Signing with { Ticked = Sorted(row.What.Signing) }) == JsonColumn.Write(filled with { Ticked = Sorted(filled) }),
            row => row.What, cancel);
    }

    /// <summary>
    /// The one who explained the form signs as its witness. Refusals: CON109 no such consent, CON111 somebody else explained it,
    /// SGN101 to SGN104. Signed already, nothing changes.
    /// </summary>
    public async Task<Outcome<SignedConsent>> Witness(Id<Patient> patient, Id<SignedConsent> id, CancellationToken cancel)
    {
        if (ConsentSigning.Against(db.Acting()) is { } notTheirs)
            return notTheirs;
        if (await db.Set<ConsentRow>().SingleOrDefaultAsync(row => row.Id == id && row.PatientId == patient, cancel) is not { } row)
            return new Refusal("CON109", "There is no such consent of this person.");
        if (row.What.Signing.ExplainedBy.Id != db.Acting().Id)
            return new Refusal("CON111", $"{row.What.Signing.ExplainedBy.Name} explained this form, and signs as its witness.", "pin");
        if (!row.What.AwaitsWitness)
            return row.What;
        var signature = await again.As(ToSign.Consent, cancel);
        if (!signature.IsDone)
            return Outcome<SignedConsent>.Refuse(signature.Refusals);
        await signatures.Add(SignedRows.Consents, id.Value, row.What.AsSigned(), signature.Value, cancel);
        row.What = row.What with { Witnessed = signature.Value, AwaitsWitness = false };
        await db.SaveChangesAsync(cancel);
        return row.What;
    }

    /// <summary>The consents of somebody that wait for the signature of the person who acts, who explained them.</summary>
    public async Task<IReadOnlyList<SignedConsent>> ToWitness(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Given(patient, cancel)).Where(consent => consent.AwaitsWitness && consent.WithdrawnAt is null && consent.Signing.ExplainedBy.Id == db.Acting().Id)];

    private static IReadOnlySet<string> Sorted(ConsentSigning signing) => new SortedSet<string>(signing.Ticked, StringComparer.Ordinal);

    /// <summary>
    /// The consent last given to the form of a protocol, taken back or not; null when none was. One for this very treatment
    /// comes before one for another route.
    /// </summary>
    public async Task<SignedConsent?> Current(Id<Patient> patient, Protocol protocol, CancellationToken cancel)
    {
        var about = Treatment.Of(protocol);
        var given = await Rows(patient).Where(row => row.FormId == protocol.Consent).OrderByDescending(row => row.SignedAt).ToListAsync(cancel);
        return (given.FirstOrDefault(row => row.What.About == about) ?? given.FirstOrDefault())?.What;
    }

    /// <summary>Why no consent holds for this protocol; empty when one does.</summary>
    public async Task<IReadOnlyList<Refusal>> Missing(Id<Patient> patient, Protocol protocol, CancellationToken cancel)
    {
        var consent = await Current(patient, protocol, cancel);
        var form = content.Consent(protocol, consent?.FormLanguage ?? "en");
        return [.. ConsentCurrency.Check(form, consent, await staff.Today(clock, cancel))];
    }

    /// <summary>Every consent this person gave, newest first.</summary>
    public async Task<IReadOnlyList<SignedConsent>> Given(Id<Patient> patient, CancellationToken cancel) =>
        [.. (await Rows(patient).OrderByDescending(row => row.SignedAt).ToListAsync(cancel)).Select(row => row.What)];

    /// <summary>The very text that was signed, as it was kept with the signature; null where it can not be read any more.</summary>
    public async Task<ConsentForm?> TextOf(SignedConsent consent, CancellationToken cancel)
    {
        var kept = await db.Set<ArchivedContentRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == consent.FormHash, cancel);
        var form = kept is null ? null : StrictYaml.ReadText<ConsentForm>(kept.Text, kept.Id).Value;
        return consent.About is { } about ? form?.As(about) : form;
    }

    /// <summary>Takes a consent back; no reason is owed, and whoever reads the chart may write it down.</summary>
    public async Task<Outcome<SignedConsent>> Withdraw(Id<Patient> patient, Id<SignedConsent> id, string? because, CancellationToken cancel)
    {
        if (db.Unless(Right.ReadCharts) is { } notTheirs)
            return notTheirs;
        var row = await db.Set<ConsentRow>().SingleOrDefaultAsync(row => row.Id == id && row.PatientId == patient, cancel);
        if (row is null)
            return new Refusal("CON109", "There is no such consent of this person.");
        if (row.What.WithdrawnAt is null)
        {
            row.What = row.What.Withdraw(because, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }

        return row.What;
    }

    private static ConsentSigning Filled(Patient person, ConsentAnswers answers, Actor by) => new()
    {
        PatientName = person.FullName,
        PatientLanguage = person.Language.Code(),
        Ticked = answers.Ticked.ToHashSet(StringComparer.Ordinal),
        Answers = answers.Answers,
        Permissions = answers.Permissions,
        Asked = string.IsNullOrWhiteSpace(answers.Asked) ? [] : [new(answers.Asked.Trim(), answers.Told?.Trim() ?? "", by.Name)],
        Signature = answers.Signature,
        Interpreter = answers.Interpreter,
        ExplainedBy = by,
    };

    private IQueryable<ConsentRow> Rows(Id<Patient> patient) =>
        db.Set<ConsentRow>().AsNoTracking().Where(row => row.PatientId == patient);
}
