namespace Mooring.Clinical;

/// <summary>A place where one person is treated, with the devices that stand there.</summary>
public sealed record Chair(Id<Chair> Id, string Name, string Room);
