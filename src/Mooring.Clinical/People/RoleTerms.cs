namespace Mooring.Clinical;

/// <summary>Which role may do what. Read from <c>content/roles.yaml</c>.</summary>
public sealed record RoleTerms
{
    public required int Version { get; init; }

    public required IReadOnlyList<RoleTerm> Roles { get; init; }
}

/// <summary>One role of the clinic.</summary>
public sealed record RoleTerm
{
    public required Role Role { get; init; }

    /// <summary>As people say it: "front desk".</summary>
    public required string Name { get; init; }

    /// <summary>What they are here for, in one line.</summary>
    public required string Says { get; init; }

    public required IReadOnlyList<Right> Rights { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
