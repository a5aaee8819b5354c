namespace Mooring.Clinical.Recognition;

/// <summary>What a condition is about. An unrecognized text can make unknown only what is of a class that it may belong to.</summary>
public enum ConditionClass
{
    BrainVessels,
    Vessels,
    BloodPressure,
    Heart,
    BrainPressure,
    Eye,
    Psychosis,
    Mood,
    MindOther,
    Cognition,
    Suicide,
    Pregnancy,
    Substance,
    Liver,
    KidneyBladder,
    Thyroid,
    Lung,
    Seizure,
    Nerve,
    Metabolic,
    Gut,
    Pain,
    Other,
}

/// <summary>A value set of conditions: what belongs to it by code and by name, and what does not.</summary>
public sealed record ConditionSet
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required ConditionClass Class { get; init; }

    /// <summary>Prefixes, in which a ? stands for any one character: everything below belongs.</summary>
    public IReadOnlyList<string> Icd10cm { get; init; } = [];

    /// <summary>Prefixes that do not belong, though they lie below one that does.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    public IReadOnlyList<string> Snomed { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Spanish names.</summary>
    public IReadOnlyList<string> Es { get; init; } = [];

    /// <summary>Names of what does not pass: "history of" them says that they are still there.</summary>
    public IReadOnlyList<string> Lasting { get; init; } = [];

    /// <summary>Phrases that hold a name of this set and mean something else.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];

    public required HowChecked Checked { get; init; }

    public string? SeenIn { get; init; }

    public IEnumerable<string> AllNames => [.. Names, .. Es];

    public bool Holds(string icd10) => Icd10cm.Any(prefix => IcdCode.IsBelow(icd10, prefix)) && !Except.Any(prefix => IcdCode.IsBelow(icd10, prefix));
}

/// <summary>A condition that no set holds. It is recognized, so it makes nothing unknown.</summary>
public sealed record KnownCondition
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Es { get; init; } = [];

    public IReadOnlyList<string> Snomed { get; init; } = [];

    public required HowChecked Checked { get; init; }

    public string? SeenIn { get; init; }

    public IEnumerable<string> AllNames => [Name, .. Names, .. Es];
}

/// <summary>A file of conditions that belong together.</summary>
public sealed record ConditionList
{
    public required string Title { get; init; }

    public IReadOnlyList<ConditionSet> Sets { get; init; } = [];

    public IReadOnlyList<KnownCondition> Known { get; init; } = [];
}

/// <summary>Words that say of which classes a text may be that nothing recognizes.</summary>
public sealed record Hint
{
    /// <summary>Beginnings of words.</summary>
    public required IReadOnlyList<string> Stems { get; init; }

    public required IReadOnlyList<ConditionClass> Classes { get; init; }
}
