namespace Mooring.SystemTests.Clinics;

/// <summary>A clock that runs like any other, from the instant it is set to, and can be put forward.</summary>
public sealed class RunningClock(DateTimeOffset at) : TimeProvider
{
    private readonly long begun = System.GetTimestamp();
    private TimeSpan passed;

    public override DateTimeOffset GetUtcNow() => at + passed + System.GetElapsedTime(begun);

    public void Pass(TimeSpan more) => passed += more;
}
