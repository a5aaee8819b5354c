using Mooring.Clinical;

namespace Mooring.Storage.Jobs;

/// <summary>A job that this server has to itself for a while.</summary>
/// <param name="Holder">Of this claim alone: one that ran out can neither finish nor lengthen the next.</param>
internal sealed record JobClaim(string Id, string Name, Id<Clinic>? Clinic, Guid Holder, int Attempts);
