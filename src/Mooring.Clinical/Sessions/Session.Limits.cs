using Mooring.Clinical.Sessions.Events;
using Mooring.Clinical.Watching;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <content>The limits that hold for this patient, and the notices.</content>
public sealed partial class Session
{
    /// <summary>The pack's limits that are for this resting value, with the patient's own in place of the pack's on the same side and level.</summary>
    public IReadOnlyList<Limit> Limits => field ??= Effective();

    /// <summary>The patient's own limits that hold now: taken over from before, or set today.</summary>
    public IReadOnlyList<OwnLimitSet> OwnLimits => field ??= Held();

    /// <summary>A prescriber's limit for this patient alone, for today or for the whole course.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> SetOwnLimit(Act act, OwnLimitSet own) => Decide(
        act,
        own,
        Unless(Phase < Phase.Discharged, "SES193", "There is nobody to watch any more."),
        Unless(own.Prescriber.May(Right.SetLimits), "SES123", "Only a prescriber decides this.", "prescriber"),
        Unless(Pack.Limits.Any(limit => limit.Of == own.Of && limit.AfterDosing is null), "SES270", $"'{own.Of}' has no limits in this session.", "of"),
        Unless(double.IsFinite(own.Value) && (own.Value > 0 || Scale.Find(own.Of) is not null), "SES290", "A limit is more than nothing.", "value"),
        Unless(IsSaid(own.Reason), "SES206", "Say why this patient has a limit of their own.", "reason"),
        Unless(!IsUpsideDown(own), "SES271", "The critical limit must lie beyond the other one on the same side.", "value"),
        Unless(!BoundOf(own).IsRelative || Baseline(own.Of) is not null, "SES272", "There is no resting value to count from; measure it first, or set a fixed limit.", "kind"));

    public Outcome<IReadOnlyList<SessionEvent>> LiftOwnLimit(Act act, OwnLimitLifted lifted) => Decide(
        act,
        lifted,
        Unless(Phase < Phase.Discharged, "SES193", "There is nobody to watch any more."),
        Unless(act.By.May(Right.SetLimits), "SES123", "Only a prescriber decides this.", "prescriber"),
        Unless(OwnLimits.Any(own => (own.Of, own.Level, own.Kind) == (lifted.Of, lifted.Level, lifted.Kind)), "SES273", "There is no such limit for this patient."),
        Unless(IsSaid(lifted.Reason), "SES153", "Say why.", "reason"));

    /// <param name="notice">As it is now; null when there is none of that name.</param>
    public Outcome<IReadOnlyList<SessionEvent>> Acknowledge(Act act, Notice? notice, string action) => Decide(
        act,
        new NoticeAcknowledged(notice?.Group ?? "", notice?.OpenedAt ?? default, notice?.Level ?? default, action),
        UnlessOpen(),
        Unless(notice is not null, "SES274", "That notice is no longer there."),
        Unless(act.By.May(Right.AcknowledgeNotices), "SES275", "A notice is acknowledged by a nurse or a prescriber, by name."),
        Unless(notice is not { IsAnswered: true }, "SES276", $"{(notice?.Answers is [.., var last] ? last.By.Name : "Somebody")} acknowledged it already."),
        Unless(IsSaid(action), "SES277", "Say what was done; “watched” is an answer, too.", "action"));

    private IReadOnlyList<OwnLimitSet> Held()
    {
        List<OwnLimitSet> held = [.. Plan.OwnLimits];
        foreach (var entry in Told)
        {
            if (entry.What is OwnLimitSet set)
            {
                held.RemoveAll(own => IsSameSide(own, set));
                held.Add(set);
            }
            else if (entry.What is OwnLimitLifted lifted)
            {
                held.RemoveAll(own => (own.Of, own.Level, own.Kind) == (lifted.Of, lifted.Level, lifted.Kind));
            }
        }

        return held;
    }

    private IReadOnlyList<Limit> Effective()
    {
        var own = OwnLimits;
        return
        [
            .. Pack.Limits.Where(limit => limit.IsFor(Baseline(limit.Of)) && !own.Any(one => one.Of == limit.Of && one.Level == limit.Level && BoundOf(one).IsUpper == limit.Bound.IsUpper)),
            .. own.Select(AsLimit),
        ];
    }

    private Limit AsLimit(OwnLimitSet own)
    {
        var bound = new Quantity(own.Value, Measures.UnitOf(own.Of) ?? Measures.Score);
        var near = Pack.Limits.Where(limit => limit.Of == own.Of && limit.Bound.IsUpper == BoundOf(own).IsUpper).OrderByDescending(limit => limit.Level == own.Level).FirstOrDefault();
        return new()
        {
            Id = $"own-{own.Of}-{own.Level}-{own.Kind}",
            Of = own.Of,
            Level = own.Level,
            AtLeast = own.Kind == BoundKind.AtLeast ? bound : null,
            Above = own.Kind == BoundKind.Above ? bound : null,
            AtMost = own.Kind == BoundKind.AtMost ? bound : null,
            Below = own.Kind == BoundKind.Below ? bound : null,
            RisesBy = own.Kind == BoundKind.RisesBy ? bound : null,
            FallsBy = own.Kind == BoundKind.FallsBy ? bound : null,
            Label = $"patient limit, {Measures.PrintBound(own.Of, own.Kind, own.Value)}",
            Consider = near?.Consider ?? [],
            Recheck = near?.Recheck,
            Because = [new() { Source = own.Prescriber.Name, At = own.Reason, Kind = BasisKind.LocalChoice }],
        };
    }

    // Compared only where both are of one kind, as the library compares the pack's own.
    private bool IsUpsideDown(OwnLimitSet own)
    {
        var bound = BoundOf(own);
        return Limits.Where(limit => limit.Of == own.Of && limit.Level != own.Level && limit.Bound.IsUpper == bound.IsUpper && limit.Bound.IsRelative == bound.IsRelative)
            .Any(other => own.Level == LimitLevel.Critical ? IsWithin(bound, other.Bound) : IsWithin(other.Bound, bound));
    }

    private static bool IsWithin(Bound critical, Bound warning) => critical.IsUpper || critical.IsRelative ? critical.Value < warning.Value : critical.Value > warning.Value;

    private static Bound BoundOf(OwnLimitSet own) => new(own.Kind, own.Value);

    private static bool IsSameSide(OwnLimitSet left, OwnLimitSet right) =>
        left.Of == right.Of && left.Level == right.Level && BoundOf(left).IsUpper == BoundOf(right).IsUpper;
}
