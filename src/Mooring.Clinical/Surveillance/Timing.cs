namespace Mooring.Clinical.Surveillance;

public enum CountedFrom
{
    /// <summary>Until the first session, and again before that of a further course.</summary>
    Referral,

    /// <summary>From the referral, or the plan of a further course, until it was done before its first session or since.</summary>
    Baseline,

    /// <summary>The day of a session.</summary>
    SessionDay,

    /// <summary>The last session held.</summary>
    Session,

    /// <summary>The first session of the course, until its induction ends.</summary>
    InductionBegan,

    InductionEnded,

    /// <summary>The first session of the course, without an end.</summary>
    CourseBegan,
}

/// <summary>When something is due, once or again and again.</summary>
public record Timing
{
    public required CountedFrom After { get; init; }

    /// <summary>Due this long after what it follows.</summary>
    public TimeSpan From { get; init; }

    /// <summary>Not due any more after this long; without it, until it is done.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>What was done this long ago or later still counts.</summary>
    public TimeSpan? Within { get; init; }

    public TimeSpan? Every { get; init; }

    public int? EverySessions { get; init; }

    /// <summary>Due only while the last session is not longer ago.</summary>
    public TimeSpan? WhileSessionWithin { get; init; }

    /// <summary>When it fell due; null while it is not.</summary>
    /// <param name="done">When it was last done, whatever for.</param>
    public DateTimeOffset? DueSince(CareTimes care, DateTimeOffset? done, DateTimeOffset now)
    {
        if (care.IsElsewhere || Anchor(care) is not { } anchor || now > anchor + Until || (WhileSessionWithin is { } recent && !(care.Sessions is [.., var last] && now - last <= recent)))
            return null;

        var start = anchor + From;
        var since = (EverySessions, Every) switch
        {
            ({ } sessions, _) => care.Sessions.Where(session => session > (done ?? DateTimeOffset.MinValue)).Skip(sessions - 1).Select(session => (DateTimeOffset?)session).FirstOrDefault(),
            (_, { } every) => (done > start ? done.Value : start) + every,
            _ => IsDone(care, start, done, now) ? null : start,
        };
        return since <= now ? since : null;
    }

    // A baseline was fresh when the course began; it does not grow old while the course goes on.
    private bool IsDone(CareTimes care, DateTimeOffset start, DateTimeOffset? done, DateTimeOffset now) => After switch
    {
        CountedFrom.Referral => done is { } at && (Within is not { } within || now - at <= within),
        CountedFrom.Baseline => done is { } at && (Within is not { } within || (care.AwaitsFirstSince is null ? care.InductionBeganAt ?? First(care) ?? now : now) - at <= within),
        _ => done >= start,
    };

    private static DateTimeOffset? First(CareTimes care) => care.Sessions is [var begun, ..] ? begun : null;

    private DateTimeOffset? Anchor(CareTimes care)
    {
        var first = First(care);
        return After switch
        {
            CountedFrom.Referral => care.AwaitsFirstSince ?? (first is null ? care.ReferredAt : null),
            CountedFrom.Baseline => care.AwaitsFirstSince ?? care.ReferredAt,
            CountedFrom.SessionDay => care.SessionDay,
            CountedFrom.Session => care.Sessions is [.., var last] ? last : null,
            CountedFrom.InductionBegan => care.InductionEndedAt is null ? care.InductionBeganAt ?? first : null,
            CountedFrom.InductionEnded => care.InductionEndedAt,
            _ => care.InductionBeganAt ?? first,
        };
    }
}
