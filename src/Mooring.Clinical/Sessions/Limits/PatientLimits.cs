using Mooring.Clinical.Monitoring;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Limits;

/// <summary>Which limits hold for one patient: the pack's, and the patient's own in their place.</summary>
internal static class PatientLimits
{
    /// <summary>The patient's own limits that hold: taken over from before, or set today.</summary>
    public static IReadOnlyList<OwnLimitSet> Own(SessionPlan plan, IReadOnlyList<JournalEntry> told)
    {
        List<OwnLimitSet> held = [.. plan.OwnLimits];
        foreach (var entry in told)
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

    /// <summary>The pack's limits that are for this resting value, with the patient's own in place of the pack's on the same side and level.</summary>
    public static IReadOnlyList<Limit> InForce(Session session)
    {
        var own = session.OwnLimits;
        return
        [
            .. session.Pack.Limits.Where(limit => limit.IsFor(session.Baseline(limit.Of)) && !own.Any(one => one.Of == limit.Of && one.Level == limit.Level && BoundOf(one).IsUpper == limit.Bound.IsUpper)),
            .. own.Select(one => AsLimit(one, session.Pack)),
        ];
    }

    public static Bound BoundOf(OwnLimitSet own) => new(own.Kind, own.Value);

    private static Limit AsLimit(OwnLimitSet own, MonitoringPack pack)
    {
        var bound = new Quantity(own.Value, Measures.UnitOf(own.Of) ?? Measures.Score);
        var near = pack.Limits.Where(limit => limit.Of == own.Of && limit.Bound.IsUpper == BoundOf(own).IsUpper).OrderByDescending(limit => limit.Level == own.Level).FirstOrDefault();
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

    private static bool IsSameSide(OwnLimitSet left, OwnLimitSet right) =>
        left.Of == right.Of && left.Level == right.Level && BoundOf(left).IsUpper == BoundOf(right).IsUpper;
}
