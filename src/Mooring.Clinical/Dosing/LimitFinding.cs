using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Dosing;

/// <summary>A limit held against the sheet.</summary>
/// <param name="Id">The limit's id; a reason for passing it is kept under this id.</param>
/// <param name="Broken">Met: the limit is broken. Unknown: what it bounds could not be worked out.</param>
/// <param name="Says">The rule as a sentence.</param>
/// <param name="Found">The value it was held against, with its unit.</param>
public sealed record LimitFinding(
    string Id, LimitLevel Level, Finding Broken, string Says, string Found, IReadOnlyList<Because> Because)
{
    /// <summary>Anything but a limit that is known to be kept.</summary>
    public bool Stands => Broken != Finding.NotMet;
}
