namespace Mooring.Clinical.Surveillance;

public enum CountedFrom
{
    /// <summary>Until the first session.</summary>
    Referral,

    /// <summary>From the referral until it was once done.</summary>
    Baseline,

    /// <summary>The day of a session.</summary>
    SessionDay,

    /// <summary>The last session held.</summary>
    Session,

    /// <summary>The first session, until the induction ends.</summary>
    InductionBegan,

    InductionEnded,

    /// <summary>The first session, without an end.</summary>
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
        if (Anchor(care) is not { } anchor || now > anchor + Until || (WhileSessionWithin is { } recent && !(care.Sessions is [.., var last] && now - last <= recent)))
            return null;

        var start = anchor + From;
        var since = (EverySessions, Every) switch
        {
            ({ } sessions, _) => care.Sessions.Where(session => session > (done ?? DateTimeOffset.MinValue)).Skip(sessions - 1).Select(session => (DateTimeOffset?)session).FirstOrDefault(),
            (_, { } every) => (done > start ? done.Value : start) + every,
            _ => IsDone(start, done, now) ? null : start,
        };
        return since <= now ? since : null;
    }

    private bool IsDone(DateTimeOffset start, DateTimeOffset? done, DateTimeOffset now) => After switch
    {
        CountedFrom.Referral or CountedFrom.Baseline => done is { } at && (Within is not { } within || now - at <= within),
        _ => done >= start,
    };

    private DateTimeOffset? Anchor(CareTimes care)
    {
        DateTimeOffset? first = care.Sessions is [var begun, ..] ? begun : null;
        return After switch
        {
            CountedFrom.Referral => first is null ? care.ReferredAt : null,
            CountedFrom.Baseline => care.ReferredAt,
            CountedFrom.SessionDay => care.SessionDay,
            CountedFrom.Session => care.Sessions is [.., var last] ? last : null,
            CountedFrom.InductionBegan => care.InductionEndedAt is null ? care.InductionBeganAt ?? first : null,
            CountedFrom.InductionEnded => care.InductionEndedAt,
            _ => first,
        };
    }
}
