namespace Mooring.Clinical.Surveillance;

/// <summary>When a check is due, in words as well.</summary>
public sealed record CheckTiming : Timing
{
    public required string Says { get; init; }

    /// <summary>No first session of a course is opened without it, unless a prescriber goes without it, with a reason.</summary>
    public bool Needed { get; init; }
}

/// <summary>Something that is looked at again and again as long as somebody is treated.</summary>
public sealed record SurveillanceCheck
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What to do.</summary>
    public required string Does { get; init; }

    /// <summary>What asks to hold treatment or to refer.</summary>
    public required string Refer { get; init; }

    /// <summary>Any of these instruments, finished, is the check done.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>Any of these measures, taken, is the check done.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>ICD-10-CM prefixes; only for somebody with one of them, or for everybody when there is none.</summary>
    public IReadOnlyList<string> OnlyWith { get; init; } = [];

    /// <summary>Also, or where no prefix is named only, for somebody of this age or older; an age that nobody knows counts as older.</summary>
    public int? FromAge { get; init; }

    /// <summary>Monitoring packs; only while the plan is watched by one of them, or for everybody when there is none.</summary>
    public IReadOnlyList<string> OnlyIn { get; init; } = [];

    public required IReadOnlyList<CheckTiming> Due { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <param name="Last">When it was last done; null when it never was.</param>
public sealed record DueCheck(SurveillanceCheck Check, CheckTiming Timing, DateTimeOffset Since, DateTimeOffset? Last);

/// <summary>The long watch over bladder, liver, mind and the rest. Read from <c>content/surveillance.yaml</c>.</summary>
public sealed record SurveillancePlan
{
    public required int Version { get; init; }

    public required IReadOnlyList<SurveillanceCheck> Checks { get; init; }

    /// <summary>What is due now, each check once, by the timing that fell due first.</summary>
    /// <param name="last">When a check was last done, by anything that does it.</param>
    public IReadOnlyList<DueCheck> DueFor(CareTimes care, Func<SurveillanceCheck, DateTimeOffset?> last, DateTimeOffset now) =>
    [
        .. from check in Checks
           where IsFor(check, care)
           where check.OnlyIn.Count == 0 || (care.Monitoring is { } pack && check.OnlyIn.Contains(pack))
           let first = Due(check, care, last(check), now).MinBy(due => due.Since)
           where first is not null
           orderby first.Since
           select first,
    ];

    internal static bool IsFor(SurveillanceCheck check, CareTimes care) => (check.OnlyWith.Count == 0 && check.FromAge is null)
        || check.OnlyWith.Any(prefix => care.Conditions.Any(code => code.StartsWith(prefix, StringComparison.Ordinal)))
        || (check.FromAge is { } least && (care.Age is not { } years || years >= least));

    private static IEnumerable<DueCheck> Due(SurveillanceCheck check, CareTimes care, DateTimeOffset? done, DateTimeOffset now)
    {
        foreach (var timing in check.Due)
        {
            if (timing.DueSince(care, done, now) is { } since)
                yield return new(check, timing, since, done);
        }
    }
}
