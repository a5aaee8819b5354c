using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Staffing;

/// <summary>Who must be here, and how many chairs one person may keep in sight. Read from <c>content/staffing.yaml</c>.</summary>
public sealed record StaffingTerms
{
    public required int Version { get; init; }

    public required IReadOnlyList<StaffRatio> Ratios { get; init; }

    public required IReadOnlyList<OnSiteNeed> OnSite { get; init; }
}

/// <summary>How many patients in these phases one person may have.</summary>
public sealed record StaffRatio
{
    public required string Id { get; init; }

    public required IReadOnlyList<Phase> Phases { get; init; }

    public required int Patients { get; init; }

    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What must be in the house while somebody gets the drug by these routes.</summary>
public sealed record OnSiteNeed
{
    public required string Id { get; init; }

    public required IReadOnlyList<DoseRoute> Routes { get; init; }

    public required Presence Needs { get; init; }

    /// <summary>As in "… is not on site".</summary>
    public required string Says { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>What can be asked of those on site.</summary>
public enum Presence
{
    Prescriber,
    AdvancedLifeSupport,

    /// <summary>One person more than those who have a chair.</summary>
    SecondPerson,
}
