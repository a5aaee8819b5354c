namespace Mooring.Devices.Mllp;

/// <summary>
/// The bounds within which the gateway works, so that no peer can use it up: for each connection, for each address, and for
/// each day of the clinic. An address is known when a device that the clinic has taken into its list has spoken from there.
/// What a day counts is kept in memory: a server that starts again begins anew.
/// </summary>
public sealed record MllpLimits
{
    public int MostConnections { get; init; } = 512;

    public int MostBytes { get; init; } = 1024 * 1024;

    /// <summary>A message begun must be whole by then: a peer that drips bytes is cut off.</summary>
    public TimeSpan WholeMessageWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A silent connection is closed after this; devices that report each minute stay well inside.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan AnswerTakenWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Connections at once of an address that is not known.</summary>
    public int MostOfStranger { get; init; } = 8;

    /// <summary>Connections at once of all addresses that are not known: the other places are kept for those that are.</summary>
    public int MostOfStrangers { get; init; } = 64;

    /// <summary>Connections at once of a known address: one monitor, or the gateway of a whole floor.</summary>
    public int MostOfKnown { get; init; } = 256;

    /// <summary>One over which no known device has spoken gives way to a new one when it is older than this, and no place is free.</summary>
    public TimeSpan GivesWayAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>New names of devices that one address may bring in a day.</summary>
    public int NewNamesADay { get; init; } = 20;

    /// <summary>New names that wait for a person, from everywhere.</summary>
    public int MostNamesWaiting { get; init; } = 200;

    /// <summary>Messages that name no known device, from one address in a day.</summary>
    public long StrangerMessagesADay { get; init; } = 5_000;

    public long StrangerBytesADay { get; init; } = 20L * 1024 * 1024;

    /// <summary>Messages of one known device in a day: one a second, twice over.</summary>
    public long DeviceMessagesADay { get; init; } = 200_000;

    public long DeviceBytesADay { get; init; } = 512L * 1024 * 1024;
}
