namespace Mooring.Demo;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class SetClock(DateTimeOffset at) : TimeProvider
{
    private DateTimeOffset now = at;

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(double minutes) => now = now.AddMinutes(minutes);
}
