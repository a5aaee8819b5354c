using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Monitoring;

/// <summary>The adverse events a clinic records by name. Read from <c>content/adverse-events/</c>.</summary>
public sealed record AdverseCatalogue
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<AdverseTerm> Terms { get; init; }

    public required CaptureRules Capture { get; init; }

    public AdverseTerm? Find(string id) => Terms.FirstOrDefault(term => term.Id == id);
}

/// <summary>When adverse events are asked for, which ones the vital signs suggest, and what a grave or lasting one asks for.</summary>
public sealed record CaptureRules
{
    public required IReadOnlyList<string> AskAt { get; init; }

    public required IReadOnlyList<Suggestion> Suggest { get; init; }

    /// <summary>A serious event that nobody has taken for so long is every prescriber's.</summary>
    public required TimeSpan TakenWithin { get; init; }

    /// <summary>What a serious event asks for.</summary>
    public required string Serious { get; init; }

    /// <summary>What an event that was not over at discharge asks for.</summary>
    public required string Unresolved { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }
}

/// <summary>A vital sign beyond a limit, in the sign's own unit, suggests a term.</summary>
public sealed record Suggestion
{
    public required string Term { get; init; }

    public required string Of { get; init; }

    public Quantity? AtLeast { get; init; }

    public Quantity? Below { get; init; }
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

    /// <summary>How often to expect it with racemic ketamine; esketamine's rates stand with its source.</summary>
    public string? Racemic { get; init; }

    /// <summary>When it usually comes and goes.</summary>
    public string? Timing { get; init; }

    /// <summary>What else it may be, or lead to.</summary>
    public string? Consider { get; init; }

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
