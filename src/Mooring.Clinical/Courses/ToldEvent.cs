using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Clinical.Courses;

/// <summary>How an adverse event became known when nobody of the clinic saw it.</summary>
public enum ToldBy
{
    Telephone,
    DayAfterForm,
    Otherwise,
}

/// <summary>
/// What a clinician made of something that was told after a session: an adverse event of the record, or none, with the reason.
/// </summary>
/// <param name="About">The call or the sheet on which it was told; null where it came otherwise.</param>
/// <param name="Since">When it began, as told.</param>
/// <param name="Event">Null where it is no adverse event.</param>
public sealed record ToldEvent(Id<ToldEvent> Id, ToldBy Source, Guid? About, DateTimeOffset Since, AdverseEventRecorded? Event, string? WhyNone, Actor By, DateTimeOffset At);

/// <summary>Something that was told and that nobody has judged yet.</summary>
/// <param name="Says">In the patient's or the caller's words.</param>
public sealed record ToldUnjudged(ToldBy Source, Guid About, DateTimeOffset At, string Says);

/// <summary>A told event as typed.</summary>
public sealed record ToldDraft
{
    /// <summary>Letters of each text.</summary>
    public const int LongestText = 1000;

    public ToldBy? Source { get; init; }

    public Guid? About { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>A term of the catalogue; null where none was chosen.</summary>
    public AdverseTerm? Term { get; init; }

    public int? Grade { get; init; }

    public string? Verbatim { get; init; }

    public string? Action { get; init; }

    public AdverseOutcome Outcome { get; init; }

    public Causality Causality { get; init; }

    public bool Serious { get; init; }

    /// <summary>It is no adverse event; the reason is owed.</summary>
    public bool IsNone { get; init; }

    public string? WhyNone { get; init; }

    /// <summary>
    /// Keeps, or refuses: ADV101 who may, ADV102 how it was told, ADV103 what happened, ADV104 the grade, ADV105 what was done,
    /// ADV106 since when, ADV107 why it is none, ADV108 a text that is too long.
    /// </summary>
    public Outcome<ToldEvent> Decide(Id<ToldEvent> id, Actor by, DateTimeOffset now)
    {
        if (Against(by) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [.. IsNone ? None() : Event(now)];
        if (Source is null)
            refusals.Add(new("ADV102", "Say how it was told.", "source"));
        if (new[] { Verbatim, Action, WhyNone }.Any(text => text?.Length > LongestText))
            refusals.Add(new("ADV108", $"Write each text in {LongestText} letters at most.", "verbatim"));
        if (refusals.Count > 0)
            return Outcome<ToldEvent>.Refuse(refusals);
        var told = IsNone ? null : new AdverseEventRecorded(Term!.Id, Grade!.Value, Action!.Trim(), Outcome)
        {
            Verbatim = string.IsNullOrWhiteSpace(Verbatim) ? null : Verbatim.Trim(),
            Serious = Serious || Term.IsSerious(Grade.Value),
            Causality = Causality,
            EndedAt = Outcome is AdverseOutcome.Resolved or AdverseOutcome.ResolvedWithHarm ? now : null,
        };
        return new ToldEvent(id, Source!.Value, About, Since ?? now, told, IsNone ? WhyNone!.Trim() : null, by, now);
    }

    /// <summary>Why it is not theirs, ADV101; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.RecordAdverseEvents) ? null : new("ADV101", "A clinician judges what was told after a session.");

    private IEnumerable<Refusal> None()
    {
        if (string.IsNullOrWhiteSpace(WhyNone))
            yield return new("ADV107", "Write why this is no adverse event.", "whyNone");
    }

    private IEnumerable<Refusal> Event(DateTimeOffset now)
    {
        if (Term is null)
            yield return new("ADV103", "Say what happened: choose a term.", "term");
        else if (Grade is not { } grade || Term.Grades.All(known => known.Grade != grade))
            yield return new("ADV104", $"{Term.Name} has the grades {string.Join(", ", Term.Grades.Select(known => $"{known.Grade} ({known.Says})"))}.", "grade");
        if (string.IsNullOrWhiteSpace(Action))
            yield return new("ADV105", "Write what was done; “observed” when nothing else was.", "action");
        if (Since is not { } since || since > now)
            yield return new("ADV106", "Say on which day it began, today or before.", "since");
    }
}
