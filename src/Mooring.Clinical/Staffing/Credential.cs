namespace Mooring.Clinical.Staffing;

/// <summary>Why an entry counts no more. Kept by name.</summary>
public enum CredentialEnd
{
    /// <summary>Revoked, given up, or not renewed: it bars as one whose last day has passed.</summary>
    NoLongerValid,

    /// <summary>It was never so: nothing stands on it.</summary>
    InError,
}

/// <summary>A license or certificate of somebody who works here, as a manager entered it.</summary>
/// <param name="Until">The last day; null where it has none.</param>
public sealed record Credential(Id<Credential> Id, Guid Person, string Kind, DateOnly? Until)
{
    public string? Number { get; init; }

    /// <summary>Who supervises, where it is that.</summary>
    public string? Supervisor { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    public CredentialEnd? Ended { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? EndedBecause { get; init; }

    /// <summary>The day after which it does not count; null for never.</summary>
    public DateOnly? LastDay => Ended == CredentialEnd.NoLongerValid && (Until is null || EndedOn < Until) ? EndedOn : Until;

    public bool IsValidOn(DateOnly day) => Ended is null && (Until is null || day <= Until);
}

/// <summary>How somebody stands with one kind.</summary>
public enum CredentialState
{
    Valid,
    EndsSoon,
    Ended,

    /// <summary>Nobody entered one: not known, and not "none".</summary>
    Missing,
}

/// <summary>One kind, for one person, on a day.</summary>
/// <param name="Entry">The one that counts, or counted last; null where none is entered.</param>
public sealed record CredentialStanding(CredentialKind Kind, CredentialState State, Credential? Entry)
{
    /// <summary>Each kind that these roles need, or that is entered for the person, in the order of the content.</summary>
    public static IReadOnlyList<CredentialStanding> Of(CredentialTerms terms, IReadOnlyList<Role> roles, IReadOnlyList<Credential> entries, DateOnly today) =>
        [.. terms.Kinds.Where(kind => kind.NeededBy.Intersect(roles).Any() || entries.Any(entry => entry.Kind == kind.Id && entry.Ended != CredentialEnd.InError)).Select(kind => Of(kind, entries, today))];

    /// <summary>Why this person does not do it: CRE101 for one that has ended, CRE102 for one that is owed and not entered; null when nothing bars it.</summary>
    public static Refusal? Against(CredentialBar act, string name, CredentialTerms terms, IReadOnlyList<Role> roles, IReadOnlyList<Credential> entries, DateOnly today) =>
        (from one in Of(terms, roles, entries, today)
         where one.Kind.Bars.Contains(act)
         select one.Against(act, name)).OfType<Refusal>().FirstOrDefault();

    private static CredentialStanding Of(CredentialKind kind, IReadOnlyList<Credential> entries, DateOnly today)
    {
        var theirs = entries.Where(entry => entry.Kind == kind.Id && entry.Ended != CredentialEnd.InError).ToList();
        var counts = theirs.Where(entry => entry.IsValidOn(today)).MaxBy(entry => entry.Until ?? DateOnly.MaxValue);
        if (counts is not null)
            return new(kind, counts.Until is { } until && until.DayNumber - today.DayNumber <= kind.Ahead.TotalDays ? CredentialState.EndsSoon : CredentialState.Valid, counts);
        return theirs.MaxBy(entry => entry.LastDay) is { } last ? new(kind, CredentialState.Ended, last) : new(kind, CredentialState.Missing, null);
    }

    private Refusal? Against(CredentialBar act, string name) => State switch
    {
        CredentialState.Ended => new("CRE101", Sentence.Of(
            "{name}: {kind} ended on {day}. Somebody else {does}, or a manager enters the new date under Staff, licenses.",
            ("name", name), ("kind", Kind.Name), ("day", Entry!.LastDay!.Value), ("does", Does(act)))),
        CredentialState.Missing when Kind.MissingBars => new("CRE102", $"{name}: no {Kind.Name} is entered. Somebody else {Does(act)}, or a manager enters it under Staff, licenses."),
        _ => null,
    };

    private static string Does(CredentialBar act) => act switch
    {
        CredentialBar.Go => "gives the go",
        CredentialBar.Dose => "gives the dose",
        _ => "takes the chair",
    };
}
