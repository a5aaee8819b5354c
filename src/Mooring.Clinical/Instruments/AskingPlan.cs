namespace Mooring.Clinical.Instruments;

/// <summary>When an instrument is asked: once near the start, or some time after each dosing session.</summary>
public enum AskedAfter
{
    Referral,
    Session,
}

/// <summary>One line of the clinic's plan of what is asked when.</summary>
public sealed record Asking
{
    /// <summary>The occasion, kept with the sheet.</summary>
    public required string Id { get; init; }

    public required string Instrument { get; init; }

    public required AskedAfter After { get; init; }

    /// <summary>Due this long after what it follows.</summary>
    public TimeSpan From { get; init; }

    /// <summary>Not asked any more after this long; always asked when it is missing.</summary>
    public TimeSpan? Until { get; init; }

    /// <summary>A sheet this old or younger answers it, whatever it was asked for.</summary>
    public TimeSpan? Within { get; init; }
}

public sealed record AskingPlan
{
    public required int Version { get; init; }

    public required IReadOnlyList<Asking> Ask { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>What is due now. An answered line is not due; a line of the start is answered by any sheet young enough.</summary>
    /// <param name="lastSessionEnd">When she last left after a dose; null before the first.</param>
    /// <param name="isBegun">A session was held: the lines of the start are past.</param>
    public IReadOnlyList<Asking> Due(DateTimeOffset referredAt, DateTimeOffset? lastSessionEnd, bool isBegun, IReadOnlyList<AnswerSheet> sheets, DateTimeOffset now) =>
        [.. Ask.Where(line => IsDue(line, line.After == AskedAfter.Referral ? referredAt : lastSessionEnd, isBegun, sheets, now))];

    private static bool IsDue(Asking line, DateTimeOffset? after, bool isBegun, IReadOnlyList<AnswerSheet> sheets, DateTimeOffset now)
    {
        if (after is not { } start || (line.After == AskedAfter.Referral && isBegun))
            return false;
        if (now < start + line.From || (line.Until is { } until && now > start + until))
            return false;

        var finished = sheets.Where(sheet => sheet.Instrument == line.Instrument && sheet.TakenAt is not null);
        return line.After == AskedAfter.Session
            ? !finished.Any(sheet => sheet.TakenAt >= start + line.From)
            : !finished.Any(sheet => line.Within is not { } within || now - sheet.TakenAt <= within);
    }
}
