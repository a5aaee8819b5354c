namespace Mooring.Clinical.Privacy;

/// <summary>How long what, how often what, and by when: the clinic's rules of privacy. Read from <c>content/privacy.yaml</c>.</summary>
public sealed record PrivacyTerms
{
    public required int Version { get; init; }

    public required OpeningTerms Opening { get; init; }

    public required LinkTerms Links { get; init; }

    public required IReadOnlyList<LookRule> Looks { get; init; }

    public required IReadOnlyList<RequestClock> Requests { get; init; }

    public required Part2Terms Part2 { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>The clock of a kind of request.</summary>
    public RequestClock ClockOf(PrivacyRequestKind kind) => Requests.First(clock => clock.Request == kind);
}

/// <summary>Opening what is shut.</summary>
public sealed record OpeningTerms
{
    /// <summary>So long is a chart open to whoever gave a reason.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>By then another person has looked at it.</summary>
    public required TimeSpan ReviewWithin { get; init; }

    /// <summary>So long is a psychotherapy note open to whom two persons named.</summary>
    public required TimeSpan NotesFor { get; init; }
}

/// <summary>Links of patients.</summary>
public sealed record LinkTerms
{
    /// <summary>So long does a link work.</summary>
    public required TimeSpan Valid { get; init; }

    /// <summary>So many birth dates are judged in a window, over all links of the person.</summary>
    public required int Tries { get; init; }

    /// <summary>How long a window is; the next one, after a window that was used up, is longer. The last stays.</summary>
    public required IReadOnlyList<TimeSpan> Windows { get; init; }
}

/// <summary>A kind of look at charts that somebody else should have a look at.</summary>
public enum LookKind
{
    /// <summary>The reader and the patient have the same family name.</summary>
    SameFamilyName,

    /// <summary>The patient has the name of somebody who works here.</summary>
    Colleague,

    /// <summary>More charts in an hour than work explains.</summary>
    ManyCharts,

    /// <summary>Neither an appointment nor a session near, nor a task, nor the care team.</summary>
    NoReason,

    /// <summary>A restricted chart, by whoever is not on its care team.</summary>
    Restricted,

    /// <summary>While the clinic is closed.</summary>
    AtNight,
}

/// <summary>When a look is unusual.</summary>
public sealed record LookRule
{
    public required LookKind Look { get; init; }

    /// <summary>So many are usual; 0 where one is unusual already.</summary>
    public required int Most { get; init; }

    /// <summary>An appointment or a session within so many days before or after is a reason.</summary>
    public int? Days { get; init; }

    /// <summary>The hour of the clinic’s day from which on it is night.</summary>
    public int? From { get; init; }

    /// <summary>The hour at which it is day again.</summary>
    public int? Until { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What a patient can ask of the clinic, with a clock of the law.</summary>
public enum PrivacyRequestKind
{
    /// <summary>Something in the record is to be corrected: 45 CFR 164.526.</summary>
    Amendment,

    /// <summary>A copy of the record: 45 CFR 164.524.</summary>
    Copy,

    /// <summary>To whom it was disclosed: 45 CFR 164.528.</summary>
    Accounting,
}

/// <summary>By when a request is answered.</summary>
public sealed record RequestClock
{
    public required PrivacyRequestKind Request { get; init; }

    /// <summary>Days, counted from the day on which it was received.</summary>
    public required int Within { get; init; }

    /// <summary>Days more, once, with a reason in writing.</summary>
    public required int Longer { get; init; }
}

/// <summary>The notice that goes along with a disclosure under 42 CFR Part 2.</summary>
public sealed record Part2Terms
{
    /// <summary>Stands in the accounting of disclosures.</summary>
    public required int Version { get; init; }

    public required string Notice { get; init; }

    public required string Short { get; init; }

    /// <summary>Protocols whose plans and sessions are records of substance use treatment.</summary>
    public required IReadOnlyList<string> Protocols { get; init; }

    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>So many years back a disclosure is accounted for.</summary>
    public required int AccountingYears { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
