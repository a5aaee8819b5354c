using Mooring.Clinical.Patients;
using Mooring.Clinical.Privacy;
using Mooring.Clinical.Settings;

namespace Mooring.Clinical;

/// <summary>A clinic. Every row kept belongs to one, and nobody sees another's.</summary>
/// <param name="TimeZone">IANA name, such as <c>America/Chicago</c>: instants are UTC, days are the clinic's.</param>
/// <param name="IsDemo">Synthetic people only; sign-in links are allowed, and every page says so.</param>
public sealed record Clinic(Id<Clinic> Id, string Name, string TimeZone, bool IsDemo)
{
    /// <summary>As patients are told to call it; null as long as nobody wrote it down.</summary>
    public string? Phone { get; init; }

    /// <summary>An inpatient or monitored setting, as the manager declared.</summary>
    public bool IsMonitoredSetting { get; init; }

    public OpeningTimes Opening { get; init; } = new();

    /// <summary>Those that patients can choose on their own pages.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = Enum.GetValues<Language>();

    /// <summary>How long a tablet at the chair may lie untouched before it locks; null leaves it to the server.</summary>
    public TimeSpan? LockAfter { get; init; }

    /// <summary>The same at a desk.</summary>
    public TimeSpan? DeskLockAfter { get; init; }

    /// <summary>The ids of the protocols that new plans are made by; null as long as no manager chose.</summary>
    public IReadOnlyList<string>? Formulary { get; init; }

    /// <summary>Whether it is a program under 42 CFR Part 2; null as long as nobody said.</summary>
    public Part2Program? Part2Program { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Whether new plans may be made by this protocol, as far as the clinic's formulary goes.</summary>
    public bool Offers(string protocol) => Formulary?.Contains(protocol, StringComparer.Ordinal) ?? true;

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTime(instant).DateTime);

    /// <summary>
    /// The day of something that somebody told. Where a day is all they said, it was kept as the first instant of that day in
    /// UTC, and it is that day in every zone.
    /// </summary>
    public DateOnly DayTold(DateTimeOffset at) => at.UtcTicks % TimeSpan.TicksPerDay == 0 ? DateOnly.FromDateTime(at.UtcDateTime) : DayOf(at);

    public DateTimeOffset LocalTime(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>When the clinic's clock shows this time on this day, in UTC. Of a midnight that the clocks skip: when they do.</summary>
    public DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
