namespace Mooring.Clinical;

/// <summary>A place where one person is treated, with the devices that stand there.</summary>
public sealed record Chair(Id<Chair> Id, string Name, string Room)
{
    /// <summary>Nobody is seated in it any more; records of before name it as they did.</summary>
    public bool IsRetired { get; init; }
}
