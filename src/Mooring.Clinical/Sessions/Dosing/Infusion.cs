using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>What the pump was set to, from one change to the next; zero while paused.</summary>
public sealed record PumpSetting(DateTimeOffset From, double MillilitersPerHour);

/// <summary>The infusion as it really ran: pauses stand still, and an empty bag gives nothing.</summary>
public sealed record Infusion(InfusionStarted Hung, DateTimeOffset StartedAt)
{
    /// <summary>In the order of time; the first at <see cref="StartedAt"/>.</summary>
    public IReadOnlyList<PumpSetting> Settings { get; init; } = [new(StartedAt, Hung.MillilitersPerHour)];

    /// <summary>What the pump is set to, or will resume with.</summary>
    public double MillilitersPerHour { get; init; } = Hung.MillilitersPerHour;

    public DateTimeOffset? PausedSince { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Why it ended before the bag was empty; null when it did not.</summary>
    public string? StoppedBecause { get; init; }

    public DateTimeOffset LastChangeAt => Settings[^1].From;

    /// <summary>Drug in a milliliter of the bag, mg.</summary>
    public double MilligramsPerMilliliter => Hung.Amount.InMilligrams / Hung.Milliliters;

    public Infusion Take(SessionEvent what, DateTimeOffset at) => (what, StoppedAt) switch
    {
        (_, not null) => this,
        (RateChanged change, _) when PausedSince is not null => this with { MillilitersPerHour = change.MillilitersPerHour },
        (RateChanged change, _) => Set(at, change.MillilitersPerHour) with { MillilitersPerHour = change.MillilitersPerHour },
        (InfusionPaused, _) when PausedSince is null => Set(at, 0) with { PausedSince = at },
        (InfusionResumed, _) when PausedSince is not null => Set(at, MillilitersPerHour) with { PausedSince = null },
        (InfusionStopped stopped, _) => this with { StoppedAt = at, PausedSince = null, StoppedBecause = stopped.Completed ? null : stopped.Reason ?? "" },
        _ => this,
    };

    /// <summary>What went in up to <paramref name="until"/>; one in the future takes the present rate to go on.</summary>
    public IReadOnlyList<InfusedStretch> Stretches(DateTimeOffset until)
    {
        var end = StoppedAt is { } stopped && stopped < until ? stopped : until;
        var left = Hung.Milliliters;
        var stretches = new List<InfusedStretch>();
        for (var i = 0; i < Settings.Count; i++)
        {
            var (from, rate) = (Settings[i].From, Settings[i].MillilitersPerHour);
            var to = i + 1 < Settings.Count && Settings[i + 1].From < end ? Settings[i + 1].From : end;
            if (rate <= 0 || to <= from || left <= 0)
                continue;
            var hours = Math.Min((to - from).TotalHours, left / rate);
            left -= hours * rate;
            stretches.Add(new(from, from.AddHours(hours), rate * MilligramsPerMilliliter / 60));
        }

        return stretches;
    }

    /// <summary>How long it ran, without the pauses.</summary>
    public TimeSpan Elapsed(DateTimeOffset now) => Stretches(now).Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.Until - stretch.From));

    public Mass Given(DateTimeOffset now) => Stretches(now).Aggregate(Mass.Zero, (sum, stretch) => sum + stretch.Amount);

    /// <summary>When the bag will be empty at the present rate; null while paused and once stopped.</summary>
    public DateTimeOffset? EmptyAt(DateTimeOffset now)
    {
        if (StoppedAt is not null || PausedSince is not null || MillilitersPerHour <= 0)
            return null;
        var left = (Hung.Amount - Given(now)).InMilligrams / MilligramsPerMilliliter;
        return left <= 0 && Stretches(now) is [.., var last] ? last.Until : now.AddHours(left / MillilitersPerHour);
    }

    private Infusion Set(DateTimeOffset at, double rate) => this with { Settings = [.. Settings, new(at, rate)] };
}
