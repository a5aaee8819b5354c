using Mooring.Clinical.Vitals;

namespace Mooring.Clinical.Sessions.Charting;

/// <summary>A charted vital sign or rating, by the code both share.</summary>
/// <param name="Event">The journal entry it stands in, for a correction.</param>
public sealed record Observed(string Of, double Value, DateTimeOffset At, ValueSource Source, Guid Event)
{
    public string? Device { get; init; }

    /// <summary>How a pressure was taken; not said of anything else.</summary>
    public Cuff Cuff { get; init; } = Cuff.NotSaid;

    /// <summary>When it reached the server; null for what is not in the journal.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>A tablet's clock may be ahead: never later than it reached the server.</summary>
    public DateTimeOffset CountsAt => ReceivedAt < At ? ReceivedAt.Value : At;

    public TimeSpan Age(DateTimeOffset now) => now - At;
}

/// <summary>Everything measured in a session, oldest first.</summary>
public sealed class Chart
{
    private readonly ILookup<string, Observed> _byCode;

    internal Chart(IEnumerable<JournalEntry> told)
    {
        All = [.. told.SelectMany(entry => Values(entry).Select(value => value with { ReceivedAt = entry.ReceivedAt })).OrderBy(value => value.CountsAt)];
        _byCode = All.ToLookup(value => value.Of);
    }

    public IReadOnlyList<Observed> All { get; }

    public IEnumerable<Observed> Of(string code) => _byCode[code];

    /// <summary>The newest value, or null when there is none.</summary>
    public Observed? Last(string code) => _byCode[code].LastOrDefault();

    /// <summary>What an entry says that was measured.</summary>
    internal static IEnumerable<Observed> Values(JournalEntry entry) => entry.What switch
    {
        VitalsCharted vitals => vitals.Values.Select(value =>
            new Observed(value.Sign.Code, value.Value, value.ObservedAt, value.Source, entry.EventId) { Device = value.Device, Cuff = Cuff.IsOf(value.Sign) ? vitals.Cuff : Cuff.NotSaid }),
        OrthostaticChecked check => Standing(check, entry),
        ScaleRated rated => [new(rated.Scale.Code, rated.Value, entry.HappenedAt, ValueSource.Hand, entry.EventId)],
        _ => [],
    };

    // At rest only: a standing pressure is not held against the limits for the chair.
    private static IEnumerable<Observed> Standing(OrthostaticChecked check, JournalEntry entry)
    {
        Observed Value(VitalSign sign, double value) => new(sign.Code, value, entry.HappenedAt, ValueSource.Hand, entry.EventId) { Cuff = Cuff.IsOf(sign) ? new(check.From) : Cuff.NotSaid };
        yield return Value(VitalSign.Systolic, check.Rest.Systolic);
        yield return Value(VitalSign.Diastolic, check.Rest.Diastolic);
        if (check.Rest.HeartRate is { } rate)
            yield return Value(VitalSign.HeartRate, rate);
    }
}
