namespace Mooring.Clinical.Sessions;

/// <summary>Somebody says that something happened.</summary>
/// <param name="By">Who says it.</param>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="Now">The server's clock.</param>
public sealed record Act(Actor By, DateTimeOffset HappenedAt, DateTimeOffset Now);
