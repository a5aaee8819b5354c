namespace Mooring.Clinical.Staffing;

/// <summary>What an ended license or certificate can bar. Nothing that helps in an emergency is among it.</summary>
public enum CredentialBar
{
    /// <summary>The prescriber's go.</summary>
    Go,

    /// <summary>The first dose of a session.</summary>
    Dose,

    /// <summary>Taking a chair, to keep its patient in sight.</summary>
    Chair,
}

/// <summary>The licenses and certificates that the clinic asks of its staff. Read from <c>content/credentials.yaml</c>.</summary>
public sealed record CredentialTerms
{
    public required int Version { get; init; }

    public required IReadOnlyList<CredentialKind> Kinds { get; init; }

    public CredentialKind? Find(string? id) => Kinds.FirstOrDefault(kind => kind.Id == id);
}

/// <summary>A kind of license or certificate.</summary>
public sealed record CredentialKind
{
    public required string Id { get; init; }

    /// <summary>As in "… ended on".</summary>
    public required string Name { get; init; }

    /// <summary>Whoever has one of these roles.</summary>
    public required IReadOnlyList<Role> NeededBy { get; init; }

    /// <summary>So long before its end it is told.</summary>
    public required TimeSpan Ahead { get; init; }

    /// <summary>What nobody does with one that has ended.</summary>
    public required IReadOnlyList<CredentialBar> Bars { get; init; }

    /// <summary>The same for those of whom none is entered; otherwise that is only shown.</summary>
    public bool MissingBars { get; init; }

    /// <summary>It may have no last day.</summary>
    public bool MayBeOpen { get; init; }

    /// <summary>It names a prescriber who supervises.</summary>
    public bool NamesPrescriber { get; init; }

    /// <summary>What somebody on site says of themselves that this shows.</summary>
    public Presence? Proves { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}
