namespace Mooring.Clinical.Watching;

/// <summary>The adverse events a clinic records by name. Read from <c>content/adverse-events/</c>.</summary>
public sealed record AdverseCatalogue
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<AdverseTerm> Terms { get; init; }

    public AdverseTerm? Find(string id) => Terms.FirstOrDefault(term => term.Id == id);
}

/// <summary>When a term counts as serious without anybody having to say so.</summary>
public enum Seriousness
{
    Never,
    FromGrade2,
    FromGrade3,
    FromGrade4,
    Always,
}

/// <summary>One kind of adverse event.</summary>
public sealed record AdverseTerm
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The organ system.</summary>
    public required string Class { get; init; }

    /// <summary>Listed for these drugs, and so no surprise.</summary>
    public required bool Expected { get; init; }

    public required Seriousness Serious { get; init; }

    /// <summary>The routes it belongs to; empty for all.</summary>
    public IReadOnlyList<DoseRoute> Routes { get; init; } = [];

    public required IReadOnlyList<AdverseGrade> Grades { get; init; }

    /// <summary>What is usually done first.</summary>
    public required string Action { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public bool IsSerious(int grade) => Serious switch
    {
        Seriousness.Never => false,
        Seriousness.Always => true,
        var from => grade >= (int)from + 1,
    };
}

/// <summary>What a grade means for this term; grades that make no sense for it are not listed.</summary>
public sealed record AdverseGrade
{
    public required int Grade { get; init; }

    public required string Says { get; init; }
}
