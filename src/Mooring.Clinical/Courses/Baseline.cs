using Mooring.Clinical.Instruments;
using Mooring.Clinical.Surveillance;

namespace Mooring.Clinical.Courses;

/// <summary>Something that has to be known before the first session of a course. Any of its instruments or measures is it.</summary>
/// <param name="Id">Of the check, or of the instrument.</param>
/// <param name="Does">What to do; empty where the title says it.</param>
public sealed record BaselineItem(string Id, string Title, string Does, IReadOnlyList<string> Instruments, IReadOnlyList<string> Measures);

/// <summary>A prescriber goes without something, with a reason, for one course.</summary>
/// <param name="Items">By the ids of the items.</param>
public sealed record BaselineWaiver(Id<BaselineWaiver> Id, IReadOnlyList<string> Items, string Reason, Actor By, DateTimeOffset At);

/// <summary>How an item stands.</summary>
/// <param name="Done">When it was done, fresh enough; null when it was not.</param>
/// <param name="Waiver">Null where nobody waived it.</param>
public sealed record BaselineStanding(BaselineItem Item, DateTimeOffset? Done, BaselineWaiver? Waiver)
{
    public bool IsMissing => Done is null && Waiver is null;
}

/// <summary>The record that stands before the first session of a course: what content says is needed, and what of it is there.</summary>
public static class Baseline
{
    /// <summary>Letters of a reason.</summary>
    public const int LongestReason = 500;

    /// <param name="deciding">The instrument by which the protocol judges the course; null where it is not in the library.</param>
    /// <param name="title">The name of an instrument.</param>
    /// <param name="last">When any of these instruments or measures was last done.</param>
    public static IReadOnlyList<BaselineStanding> Of(
        SurveillancePlan plan, AskingPlan asking, Instrument? deciding, CareTimes care, Func<string, string> title,
        Func<IReadOnlyList<string>, IReadOnlyList<string>, DateTimeOffset?> last, IReadOnlyList<BaselineWaiver> waivers, DateTimeOffset now)
    {
        var groups = asking.GroupsOf(care);
        IEnumerable<(BaselineItem Item, Timing Timing)> scales =
        [
            .. asking.Ask.Where(line => line is { After: CountedFrom.Referral, Needed: true } && line.IsFor(groups, care.Age)).Select(line => (Scale(line.Instrument), (Timing)line)),
            .. deciding is { Outcome: { } outcome } ? [(Scale(deciding.Id), new Timing { After = CountedFrom.Referral, Within = outcome.BaselineWithin })] : Array.Empty<(BaselineItem, Timing)>(),
        ];
        var checks =
            from check in plan.Checks
            where SurveillancePlan.IsFor(check, care)
            let timing = check.Due.FirstOrDefault(each => each is { After: CountedFrom.Baseline, Needed: true })
            where timing is not null
            select (Item: new BaselineItem(check.Id, check.Title, check.Does, check.Instruments, check.Measures), Timing: (Timing)timing);
        return
        [
            .. from each in scales.DistinctBy(scale => scale.Item.Id).Concat(checks)
               let done = last(each.Item.Instruments, each.Item.Measures)
               let isFresh = done is not null && each.Timing.DueSince(care, done, now) is null
               select new BaselineStanding(each.Item, isFresh ? done : null, waivers.LastOrDefault(waiver => waiver.Items.Contains(each.Item.Id))),
        ];

        BaselineItem Scale(string id) => new(id, title(id), "", [id], []);
    }

    /// <summary>Why no first session is opened: BSL101 names all that is missing. Null when nothing is.</summary>
    public static Refusal? Against(IReadOnlyList<BaselineStanding> standing)
    {
        var missing = standing.Where(each => each.IsMissing).Select(each => each.Item.Title).ToList();
        return missing.Count == 0 ? null : new(
            "BSL101",
            $"Before the first session of this course is missing: {string.Join(", ", missing)}. Enter it on the patient's page Baseline, or a prescriber waives it there with a reason.");
    }

    /// <summary>Waives, or refuses: BSL102 who may, BSL103 the reason, BSL104 nothing chosen, BSL105 what is not missing.</summary>
    public static Outcome<BaselineWaiver> Waive(IReadOnlyList<BaselineStanding> standing, Id<BaselineWaiver> id, IReadOnlyList<string> items, string? reason, Actor by, DateTimeOffset now)
    {
        if (Against(by) is { } notTheirs)
            return notTheirs;
        List<Refusal> refusals = [];
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason })
            refusals.Add(new("BSL103", $"Write why it can be gone without, in {LongestReason} letters at most.", "reason"));
        if (items.Count == 0)
            refusals.Add(new("BSL104", "Tick what is gone without.", "items"));
        else if (items.Any(item => !standing.Any(each => each.IsMissing && each.Item.Id == item)))
            refusals.Add(new("BSL105", "Some of this is not missing any more; look at the page again.", "items"));
        return refusals.Count > 0 ? Outcome<BaselineWaiver>.Refuse(refusals) : new BaselineWaiver(id, items, reason!.Trim(), by, now);
    }

    /// <summary>Why it is not theirs to waive, BSL102; null when it is.</summary>
    public static Refusal? Against(Actor by) => by.May(Right.Prescribe) ? null : new("BSL102", "A prescriber decides what is gone without before a first session.");
}
