using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <summary>A charted vital sign or rating, by the code both share.</summary>
/// <param name="Event">The journal entry it stands in, for a correction.</param>
public sealed record Observed(string Of, double Value, DateTimeOffset At, ValueSource Source, Guid Event)
{
    public string? Device { get; init; }

    public TimeSpan Age(DateTimeOffset now) => now - At;
}

/// <summary>Everything measured in a session, oldest first.</summary>
public sealed class Chart
{
    private readonly ILookup<string, Observed> _byCode;

    internal Chart(IEnumerable<JournalEntry> told)
    {
        All = [.. told.SelectMany(Values).OrderBy(value => value.At)];
        _byCode = All.ToLookup(value => value.Of);
    }

    public IReadOnlyList<Observed> All { get; }

    public IEnumerable<Observed> Of(string code) => _byCode[code];

    /// <summary>The newest value, or null when there is none.</summary>
    public Observed? Last(string code) => _byCode[code].LastOrDefault();

    private static IEnumerable<Observed> Values(JournalEntry entry) => entry.What switch
    {
        VitalsCharted vitals => vitals.Values.Select(value =>
            new Observed(value.Sign.Code, value.Value, value.ObservedAt, value.Source, entry.EventId) { Device = value.Device }),
        ScaleRated rated => [new(rated.Scale.Code, rated.Value, entry.HappenedAt, ValueSource.Hand, entry.EventId)],
        _ => [],
    };
}
