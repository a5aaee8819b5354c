namespace Mooring.Clinical.Notes;

/// <summary>What is wanted when a note is signed.</summary>
/// <param name="BasedOn">The version that the writer had before them; 0 for none.</param>
/// <param name="Reason">Why it is amended; nothing of the first version.</param>
public sealed record NoteSigning(NoteText Text, int BasedOn, string? Reason)
{
    /// <summary>The patient agreed to this letter.</summary>
    public bool PatientAgreed { get; init; }
}

/// <summary>What may be done with a note. Nothing signed is ever overwritten.</summary>
public static class NoteDecisions
{
    /// <summary>Letters of one section.</summary>
    public const int LongestSection = 20_000;

    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 300;

    /// <summary>NOT203 unless it is a note of one of their roles.</summary>
    public static Refusal? AgainstWriter(Actor by, IReadOnlyList<Role> writers, Func<Role, string> name) => by.IsOneOf(writers) ? null
        : new("NOT203", $"This note is written by: {string.Join(", ", writers.Select(name))}.");

    /// <summary>NOT210 for each section that is too long.</summary>
    public static IEnumerable<Refusal> TooLong(NoteText text) =>
        from part in text.Parts
        where part.Text.Length > LongestSection
        select new Refusal("NOT210", $"“{part.Heading}” has {part.Text.Length} letters; {LongestSection} fit.", At(part.Section));

    /// <summary>The next version, or NOT205 to NOT211 and LTR104: empty, something owed, overtaken, without reason, unchanged, discarded.</summary>
    public static Outcome<NoteVersion> Sign(Note note, NoteSigning signing, IReadOnlyList<NoteSection> sections, Actor by, DateTimeOffset now)
    {
        if (note.Discarded is not null)
            return new Refusal("NOT211", "This draft was discarded. Write a new note.");
        List<Refusal> refusals = [.. TooLong(signing.Text)];
        if (signing.BasedOn != note.Number)
            refusals.Add(new("NOT207", $"{note.Signed!.By.Name} signed this note meanwhile. Take in what they signed, read it, and sign yours then."));
        if (signing.Text.IsEmpty)
            refusals.Add(new("NOT205", "Write the note first.", sections.Count > 0 ? At(sections[0].Id) : null));
        else
            refusals.AddRange(sections.Where(section => section.IsOwed && signing.Text.Of(section.Id).Length == 0 && signing.Text.Pulled.All(fact => fact.Section != section.Id))
                .Select(section => new Refusal("NOT206", $"Write “{section.Heading.En}”, or that there is nothing to say.", At(section.Id))));
        if (note.Signed is { } before)
            refusals.AddRange(AgainstAmending(before, signing));
        if (note.Head.Letter is { NeedsAgreement: true } && !signing.PatientAgreed)
            refusals.Add(new("LTR104", "Whoever gets this letter does not treat the patient. Ask the patient, and say below that they agreed.", "agreed"));
        return refusals.Count > 0 ? Outcome<NoteVersion>.Refuse(refusals) : new NoteVersion(note.Number + 1, signing.Text, by, now, note.Signed is null ? null : signing.Reason!.Trim());
    }

    /// <summary>Asks a colleague: NOT213 before it is signed, NOT214 oneself, NOT215 who may not co-sign.</summary>
    public static Outcome<NoteStep> AskCoSignature(Note note, Actor? whom, Actor by, DateTimeOffset now) => note.Signed is not { } signed
        ? new Refusal("NOT213", "Sign the note first; then a colleague can co-sign it.")
        : whom is null || !whom.May(Right.CoSignNotes) ? new Refusal("NOT215", "Choose a colleague who may co-sign notes.", "whom")
        : whom.Id == signed.By.Id ? new Refusal("NOT214", "Nobody co-signs their own note. Choose somebody else.", "whom")
        : new NoteStep(NoteStepKind.CoSignatureAsked, signed.Number, by, now, whom);

    /// <summary>Co-signs the version that counts: NOT213, NOT214, NOT216 for another version than the one that was read.</summary>
    public static Outcome<NoteStep> CoSign(Note note, int read, Actor by, DateTimeOffset now) => note.Signed is not { } signed
        ? new Refusal("NOT213", "Sign the note first; then a colleague can co-sign it.")
        : signed.By.Id == by.Id ? new Refusal("NOT214", "Nobody co-signs their own note. Choose somebody else.")
        : read != signed.Number ? new Refusal("NOT216", $"{signed.By.Name} amended the note after you opened it. Read what stands now, and co-sign that.")
        : new NoteStep(NoteStepKind.CoSigned, signed.Number, by, now);

    /// <summary>Puts a draft away that was begun in error: NOT217 without reason, NOT218 once it is signed.</summary>
    public static Outcome<NoteStep> Discard(Note note, string? reason, Actor by, DateTimeOffset now) => !note.IsDraft
        ? new Refusal("NOT218", "This note is signed, or was discarded before. A signed note is amended, never discarded.")
        : IsReason(reason) ? new NoteStep(NoteStepKind.Discarded, 0, by, now, null, reason!.Trim())
        : new Refusal("NOT217", $"Write why the draft is not needed, in {LongestReason} letters at most.", "because");

    /// <summary>The field of a section.</summary>
    public static string At(string section) => $"part-{section}";

    private static IEnumerable<Refusal> AgainstAmending(NoteVersion before, NoteSigning signing)
    {
        if (!IsReason(signing.Reason))
            yield return new("NOT208", $"Write why the note is amended, in {LongestReason} letters at most.", "reason");
        if (before.Text.Says(signing.Text))
            yield return new("NOT209", "Nothing is changed yet. Change what has to be amended, or leave the note as it is.");
    }

    private static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= LongestReason;
}
