namespace Mooring.Clinical.Vitals;

/// <summary>
/// How long a message was on its way, by what its sender's clock has shown so far. A clock that is simply wrong delays
/// nothing: its messages come at the pace of their own times. What a sender had kept and sends later comes after a pause,
/// or faster than its own times, and is as old as it waited.
/// </summary>
/// <param name="terms">How many messages tell something.</param>
/// <param name="drift">A clock that is off by less may as well be right.</param>
public sealed class SenderClock(ClockTerms terms, TimeSpan drift)
{
    // Of a technical kind: how far a steady stream may lie from steady, by its length and in any case.
    private const double Wander = 0.1;
    private static readonly TimeSpan Jitter = TimeSpan.FromSeconds(0.5);

    private (DateTimeOffset Sent, DateTimeOffset Received, TimeSpan? Ran)? last;
    private (DateTimeOffset Sent, TimeSpan Ahead, int Count) run;
    private TimeSpan ahead;
    private bool isPresumed;
    private int rush;

    /// <summary>What was known before this server started: how far the clock was ahead, and when its last message arrived.</summary>
    public static SenderClock Known(ClockTerms terms, TimeSpan drift, TimeSpan ahead, DateTimeOffset receivedAt) =>
        new(terms, drift) { ahead = ahead, last = (receivedAt + ahead, receivedAt, null) };

    /// <summary>Takes the time a message says it was sent and the time it arrived; never less than nothing.</summary>
    /// <param name="sent">MSH-7.</param>
    /// <param name="received">By the server's clock.</param>
    /// <param name="ran">For how long the server has run by then, which no setting of its clock changes; null where that is not known.</param>
    public TimeSpan HeldUp(DateTimeOffset sent, DateTimeOffset received, TimeSpan? ran = null)
    {
        var shows = sent - received;
        if (last is { } before)
            Follow(sent - before.Sent, Later(received, before.Received, ran - before.Ran), sent, shows);
        else
            Presume(sent, shows);
        last = (sent, received, ran);
        ahead = shows > ahead ? shows : ahead;
        var right = ahead > TimeSpan.Zero && ahead <= drift ? TimeSpan.Zero : ahead;
        return right > shows ? right - shows : TimeSpan.Zero;
    }

    // Where the server's own clock was set meanwhile, it is the server that is at another distance from the sender.
    private TimeSpan Later(DateTimeOffset received, DateTimeOffset before, TimeSpan? ran)
    {
        var later = received - before;
        if (ran is not { } real || (later - real).Duration() <= Jitter)
            return later;
        (ahead, run) = (ahead - (later - real), run with { Ahead = run.Ahead - (later - real) });
        return real;
    }

    private void Follow(TimeSpan sentLater, TimeSpan receivedLater, DateTimeOffset sent, TimeSpan shows)
    {
        if (sentLater < -drift)
            // The clock was put back. What it says from now on counts at once.
            Presume(sent, shows);
        else if (sentLater > TimeSpan.Zero && receivedLater < sentLater / 2)
            Rush(sent, shows);
        else if (sentLater > TimeSpan.Zero && (sentLater - receivedLater).Duration() > Allowed(sentLater))
            (run, rush) = ((sent, shows, 0), 0);
        else if (sentLater > TimeSpan.Zero)
            Steady(sent, shows);
    }

    // A clock nobody knows is taken for right as far as it may be, and beyond that at its word.
    private void Presume(DateTimeOffset sent, TimeSpan shows)
    {
        isPresumed = shows.Duration() > drift;
        (ahead, run, rush) = (isPresumed ? shows : TimeSpan.Zero, (sent, shows, 0), 0);
    }

    // Faster than its own times it sends what it had kept: then its first word was no measure of its clock.
    private void Rush(DateTimeOffset sent, TimeSpan shows)
    {
        (run, rush) = ((sent, shows, 0), rush + 1);
        if (!isPresumed || rush < terms.AtLeast)
            return;
        isPresumed = false;
        ahead = ahead < TimeSpan.Zero ? TimeSpan.Zero : ahead;
    }

    // A stream that stays as far behind as it is, message after message, is held up by nothing: it is the clock.
    private void Steady(DateTimeOffset sent, TimeSpan shows)
    {
        (run, rush) = (run with { Count = run.Count + 1 }, 0);
        if (run.Count < terms.AtLeast)
            return;
        if ((shows - run.Ahead).Duration() <= Allowed(sent - run.Sent))
            (ahead, isPresumed, run) = (shows, false, (sent, shows, 0));
        else if (run.Count >= terms.MedianOf)
            run = (sent, shows, 0);
    }

    private static TimeSpan Allowed(TimeSpan over) => (over * Wander) + Jitter;
}
