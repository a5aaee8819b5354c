namespace Mooring.Demo;

/// <summary>
/// The clock of a demonstration that is being made: its people's pasts are entered through the product's own use cases,
/// each at the time it is said to have happened. When the making is done it is the real clock.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? at;

    public override DateTimeOffset GetUtcNow() => at ?? System.GetUtcNow();

    /// <summary>From here on it is this time, until <see cref="Release"/>.</summary>
    public void Set(DateTimeOffset now) => at = now;

    public void Release() => at = null;
}
