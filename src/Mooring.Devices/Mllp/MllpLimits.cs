namespace Mooring.Devices.Mllp;

/// <summary>The bounds within which a listener works, so that no peer can use it up.</summary>
public sealed record MllpLimits
{
    public int MostConnections { get; init; } = 256;

    public int MostBytes { get; init; } = 1024 * 1024;

    /// <summary>A message begun must be whole by then: a peer that drips bytes is cut off.</summary>
    public TimeSpan WholeMessageWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A silent connection is closed after this; devices that report each minute stay well inside.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan AnswerTakenWithin { get; init; } = TimeSpan.FromSeconds(10);
}
