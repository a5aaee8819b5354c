using Mooring.Clinical;

namespace Mooring.Storage.Jobs;

/// <summary>A job of the house, or of one clinic.</summary>
/// <param name="Clinic">Null where it is the whole house's.</param>
internal sealed record JobName(string Name, Id<Clinic>? Clinic)
{
    /// <summary>Of its row.</summary>
    public string Id => Clinic is { } one ? $"{Name}/{one}" : Name;
}

/// <summary>A job that this server has to itself for a while.</summary>
/// <param name="Holder">Of this claim alone: one that ran out can neither finish nor lengthen the next.</param>
internal sealed record JobClaim(JobName Job, Guid Holder, int Attempts);
