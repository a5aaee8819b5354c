using Mooring.Clinical;
using Mooring.Web.Access;

namespace Mooring.Web.Bedside;

/// <summary>Whose pages of a session are whose: nobody is shown a way that ends before a closed door.</summary>
public static class ChairPlaces
{
    // The policies of the pages themselves; a test holds the two together.
    private static readonly Dictionary<string, string> Policy = new(StringComparer.Ordinal)
    {
        ["access"] = Policies.Bedside,
        ["adverse-event"] = Policies.Bedside,
        ["check-in"] = Policies.Bedside,
        ["comfort"] = Policies.Clinical,
        ["concerns"] = Policies.Clinical,
        ["discharge"] = Policies.Bedside,
        ["dose"] = Policies.Bedside,
        ["emergency"] = Policies.Clinical,
        ["emergency/complete"] = Policies.Bedside,
        ["gates"] = Policies.Clinical,
        ["go"] = Policies.Prescribing,
        ["instructions"] = Policies.Bedside,
        ["limits"] = Policies.Bedside,
        ["note"] = Policies.Clinical,
        ["notices"] = Policies.Clinical,
        ["own-notes"] = Policies.Therapy,
        ["preparation"] = Policies.Clinical,
        ["record"] = Policies.Clinical,
        ["rescue"] = Policies.Bedside,
        ["scales"] = Policies.Clinical,
        ["sign"] = Policies.Clinical,
        ["standing"] = Policies.Bedside,
        ["take-over"] = Policies.Clinical,
        ["time-out"] = Policies.Clinical,
        ["vitals"] = Policies.Bedside,
    };

    public static IReadOnlyDictionary<string, string> All => Policy;

    /// <param name="page">The last part of its address.</param>
    public static bool MayOpen(Role role, string page) => Policy.TryGetValue(page, out var policy) && Policies.RolesOf(policy).Contains(role);
}
