using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Watching;

/// <summary>The notices of one group, one after the other.</summary>
internal sealed class GroupTrack(string id, string title, NoticeRule? rule, IReadOnlyList<string> actions)
{
    private readonly List<Notice> closed = [];
    private Notice? open;
    private DateTimeOffset? beyondSince;
    private DateTimeOffset? overSince;
    private DateTimeOffset clock;

    /// <summary>What the group's measurements say at this time.</summary>
    public void Take(IReadOnlyList<Exceeded> beyond, DateTimeOffset at)
    {
        // Two signals of one group may reach us in another order than they were measured; time does not go back for that.
        at = clock = at > clock ? at : clock;
        Settle(at);
        if (beyond.Count == 0)
        {
            if (beyondSince is { } since)
                (open, beyondSince, overSince) = (open! with { TimeBeyond = open.TimeBeyond + (at - since) }, null, at);
            return;
        }

        var level = beyond[0].Limit.Level;
        if (open is null && Latched() is { } latched)
            open = latched;
        open = open switch
        {
            null => new(id, title, at) { Level = level, LevelSince = at, Beyond = beyond, Actions = actions, AnswerBy = AnswerBy(level, at) },
            var same when level > same.Level => same with { Level = level, LevelSince = at, Beyond = beyond, AnswerBy = AnswerBy(level, at) },
            var same => same with { Beyond = beyond },
        };
        if (beyondSince is null && overSince is not null)
            open = open with { Times = open.Times + 1 };
        (beyondSince, overSince) = (beyondSince ?? at, null);
    }

    /// <summary>Somebody acknowledged the notice that opened then.</summary>
    public void Take(DateTimeOffset openedAt, Answer answer)
    {
        if (open?.OpenedAt == openedAt)
            open = open with { Answers = [.. open.Answers, answer] };
        else if (closed.FindIndex(notice => notice.OpenedAt == openedAt) is >= 0 and var at)
            closed[at] = closed[at] with { Answers = [.. closed[at].Answers, answer] };
    }

    /// <summary>All so far; time alone may have ended the last. Looking changes nothing: how often somebody looks must not matter.</summary>
    public IEnumerable<Notice> At(DateTimeOffset now) => (open, overSince, beyondSince) switch
    {
        (null, _, _) => closed,
        (_, { } over, _) when now - over >= Settles => closed.Append(open with { EndedAt = over }),
        (_, _, { } since) when now > since => closed.Append(open with { TimeBeyond = open.TimeBeyond + (now - since) }),
        _ => closed.Append(open),
    };

    private TimeSpan Settles => rule?.SettlesAfter ?? TimeSpan.Zero;

    private void Settle(DateTimeOffset now)
    {
        if (open is null || overSince is not { } over || now - over < Settles)
            return;
        closed.Add(open with { EndedAt = over });
        open = null;
    }

    // Critical, over, and nobody has seen it: what comes again is still the same event to whoever comes to look.
    private Notice? Latched()
    {
        if (closed is not [.., { Level: LimitLevel.Critical, IsAnswered: false } last])
        {
            overSince = null;
            return null;
        }

        closed.RemoveAt(closed.Count - 1);
        return last with { EndedAt = null };
    }

    private DateTimeOffset? AnswerBy(LimitLevel level, DateTimeOffset at) => level == LimitLevel.Critical ? at + rule?.AnswerWithin : null;
}
