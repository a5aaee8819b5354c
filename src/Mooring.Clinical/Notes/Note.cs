using Mooring.Clinical.Courses;
using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Notes;

/// <summary>The dosing session that a note is about.</summary>
/// <param name="Number">In its plan, from 1.</param>
public sealed record NoteSession(Id<Visit> Visit, int Number, DateOnly On);

/// <summary>What a note is, fixed when it is begun.</summary>
/// <param name="Template">Its id in <c>content/notes</c> or <c>content/letters</c>.</param>
/// <param name="Hash">Of the template as it was; kept beside the note.</param>
public sealed record NoteHead(NoteKind Kind, string Template, int TemplateVersion, string Hash, string Title)
{
    public NoteSession? Session { get; init; }

    /// <summary>It is read at the chair before the dose.</summary>
    public bool AtTheChair { get; init; }

    /// <summary>To whom it goes; null of what is no letter.</summary>
    public LetterHead? Letter { get; init; }
}

/// <summary>A signed version. None is ever changed; a correction is the next one, with its reason.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reason">Why it was amended; null of the first.</param>
public sealed record NoteVersion(int Number, NoteText Text, Actor By, DateTimeOffset At, string? Reason);

/// <summary>What happened to a note beside its text.</summary>
public enum NoteStepKind
{
    CoSignatureAsked,
    CoSigned,
    Discarded,
    Sent,
}

/// <param name="Version">Of which version; 0 while there is none.</param>
/// <param name="Whom">Who was asked.</param>
/// <param name="Says">The reason, or how a letter was sent.</param>
public sealed record NoteStep(NoteStepKind Kind, int Version, Actor By, DateTimeOffset At, Actor? Whom = null, string? Says = null)
{
    /// <summary>The day on which a letter was sent.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A note as it stands: begun, signed, amended, co-signed.</summary>
public sealed record Note(Id<Note> Id, Id<Patient> Patient, NoteHead Head, Actor BegunBy, DateTimeOffset BegunAt)
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<NoteVersion> Versions { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<NoteStep> Steps { get; init; } = [];

    /// <summary>The version that counts; null while nobody signed.</summary>
    public NoteVersion? Signed => Versions.Count > 0 ? Versions[^1] : null;

    public int Number => Signed?.Number ?? 0;

    public bool IsDraft => Signed is null && Discarded is null;

    public NoteStep? Discarded => Steps.FirstOrDefault(step => step.Kind == NoteStepKind.Discarded);

    public NoteStep? Sent => Steps.LastOrDefault(step => step.Kind == NoteStepKind.Sent);

    /// <summary>Whose co-signature is open: the last one asked for who has not signed since.</summary>
    public NoteStep? AwaitsCoSignature => Steps.LastOrDefault(step => step.Kind == NoteStepKind.CoSignatureAsked) is { } asked
        && !Steps.Any(step => step.Kind == NoteStepKind.CoSigned && step.By.Id == asked.Whom!.Id && step.At >= asked.At && step.Version >= asked.Version) ? asked : null;

    public IEnumerable<NoteStep> CoSignaturesOf(int version) => Steps.Where(step => step.Kind == NoteStepKind.CoSigned && step.Version == version);

    /// <summary>When it last counted for something: signed, or begun.</summary>
    public DateTimeOffset At => Versions.Count > 0 ? Versions[0].At : BegunAt;
}
