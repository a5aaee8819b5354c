using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Bedside;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Limits;

namespace Mooring.Clinical.Watching;

/// <summary>The notices of a session, from its journal and what devices sent; nothing of them is kept anywhere else.</summary>
public static class Notices
{
    /// <summary>All, the oldest first.</summary>
    /// <param name="samples">What devices sent, in the order in which it was received, with when.</param>
    public static IReadOnlyList<Notice> Of(Session session, IEnumerable<(DateTimeOffset ReceivedAt, Sample Sample)> samples, DateTimeOffset now)
    {
        var watch = Folded(session, samples);
        return All(session, watch, now);
    }

    /// <summary>From what was charted alone.</summary>
    public static IReadOnlyList<Notice> Of(Session session, DateTimeOffset now) => Of(session, [], now);

    /// <summary>What the fold says, what outlasts the dosing, and what the patient said.</summary>
    public static IReadOnlyList<Notice> All(Session session, NoticeWatch watch, DateTimeOffset now) =>
        [.. watch.At(session.LeftAt ?? now).Concat(Lasting.Of(session, session.LeftAt ?? now)).Select(notice => Closed(session, notice)).Concat(Said(session)).OrderBy(notice => notice.OpenedAt)];

    /// <summary>A watch that has taken everything up to now.</summary>
    public static NoticeWatch Folded(Session session, IEnumerable<(DateTimeOffset ReceivedAt, Sample Sample)> samples)
    {
        var watch = new NoticeWatch(session);
        using var next = samples.GetEnumerator();
        var has = next.MoveNext();
        foreach (var entry in session.Told.OrderBy(entry => entry.ReceivedAt).ThenBy(entry => entry.Seq))
        {
            for (; has && next.Current.ReceivedAt <= entry.ReceivedAt; has = next.MoveNext())
                watch.Take(next.Current.Sample);
            watch.Take(entry);
        }

        for (; has; has = next.MoveNext())
            watch.Take(next.Current.Sample);
        return watch;
    }

    /// <summary>As they are counted when the patient leaves.</summary>
    public static NoticesShown Counted(Session session, IReadOnlyList<Notice> notices, IReadOnlyList<SignalGap> gaps, DateTimeOffset now)
    {
        var came = session.Steps.FirstOrDefault(step => step.Phase == Phase.Checking)?.Since ?? now;
        return new(
            Math.Max(0, ((session.LeftAt ?? now) - came).TotalHours),
            [
                .. notices.Select(notice => new NoticeLine(notice.Group, notice.Level, notice.OpenedAt, notice.EndedAt ?? now)
                {
                    AnsweredAt = notice.Answers.FirstOrDefault(answer => answer.Level >= notice.Level)?.At,
                    SecondsBeyond = Math.Round(notice.TimeBeyond.TotalSeconds),
                }),
                .. gaps.Select(gap => new NoticeLine(gap.Trouble switch { SignalTrouble.Stopped => "signal-stopped", SignalTrouble.Misdated => "signal-misdated", _ => "signal-implausible" }, LimitLevel.Warn, gap.Since, gap.Until ?? now) { IsTechnical = true }),
            ]);
    }

    private static Notice Closed(Session session, Notice notice) => session.LeftAt is { } left && notice.EndedAt is null ? notice with { EndedAt = left } : notice;

    private static IEnumerable<Notice> Said(Session session)
    {
        foreach (var concern in session.Concerns)
        {
            if (session.Pack.Notices?.Symptoms.FirstOrDefault(one => one.Id == concern.What.Kind) is { Level: { } level } symptom)
                yield return Said(concern, symptom, level, session.Pack.Notices.AnswerWithin);
        }
    }

    // The answer is what was done: who answers a symptom has acknowledged it.
    private static Notice Said(Concern concern, Symptom symptom, LimitLevel level, TimeSpan answerWithin) => new("symptom", symptom.Says, concern.RaisedAt)
    {
        Level = level,
        LevelSince = concern.RaisedAt,
        EndedAt = concern.AnsweredAt,
        Beyond = [],
        TimeBeyond = concern.AnsweredAt - concern.RaisedAt ?? TimeSpan.Zero,
        Answers = concern.AnsweredAt is { } answered && concern.By is { } answerer ? [new(answerer, answered, level, concern.How ?? "")] : [],
        AnswerBy = level == LimitLevel.Critical ? concern.RaisedAt + answerWithin : null,
        Consider = symptom.Consider,
        Because = symptom.Because,
        Concern = concern.Id,
    };
}
