namespace Mooring.SystemTests.Clinics;

/// <summary>A clock that stands until time passes, and can be set without any time passing.</summary>
public sealed class PassingClock(DateTimeOffset at) : TimeProvider
{
    private DateTimeOffset now = at;
    private TimeSpan passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => passed.Ticks;

    public void Pass(double minutes) => (now, passed) = (now.AddMinutes(minutes), passed + TimeSpan.FromMinutes(minutes));

    public void Set(double minutesLater) => now = now.AddMinutes(minutesLater);
}
