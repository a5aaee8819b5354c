namespace Mooring.Clinical.Recognition;

/// <summary>What a code or a text says beside the name.</summary>
public enum SaidStatus
{
    Remission,

    /// <summary>Past, resolved.</summary>
    History,

    /// <summary>A past event that left something behind.</summary>
    Sequela,

    Family,

    /// <summary>Denied: the text does not give it, but a text alone excludes nothing either.</summary>
    Denied,

    /// <summary>Only suspected, asked or feared.</summary>
    Suspected,
}

public sealed record StatusCodes
{
    public required SaidStatus Status { get; init; }

    /// <summary>Prefixes; the longest that fits decides.</summary>
    public required IReadOnlyList<string> Icd10cm { get; init; }
}

public sealed record StatusWords
{
    public required SaidStatus Status { get; init; }

    public IReadOnlyList<string> En { get; init; } = [];

    public IReadOnlyList<string> Es { get; init; } = [];
}

/// <summary>How codes and texts say that something is over, in remission, denied, or a relative's.</summary>
public sealed record StatusList
{
    public IReadOnlyList<StatusCodes> Codes { get; init; } = [];

    public IReadOnlyList<StatusWords> Words { get; init; } = [];
}

/// <summary>Words that stand beside a name and name nothing themselves, English and Spanish.</summary>
public sealed record BesideWords
{
    /// <summary>In a medicine's text: salts, forms, release, strengths.</summary>
    public required IReadOnlyList<string> MedicineForms { get; init; }

    /// <summary>In a medicine's text: from here on it says how and what for it is taken.</summary>
    public required IReadOnlyList<string> MedicineUse { get; init; }

    /// <summary>In an allergy's text: what it does.</summary>
    public required IReadOnlyList<string> Reactions { get; init; }

    /// <summary>In a condition's text: severity, course, side and part of the body.</summary>
    public required IReadOnlyList<string> ConditionQualifiers { get; init; }

    /// <summary>Joins two things in one entry.</summary>
    public required IReadOnlyList<string> Joining { get; init; }

    /// <summary>Little words without which a name is the same name.</summary>
    public required IReadOnlyList<string> Small { get; init; }

    /// <summary>Between a relative and what the relative has.</summary>
    public required IReadOnlyList<string> Linking { get; init; }

    /// <summary>Between what a relative has and the relative: "in her mother".</summary>
    public IReadOnlyList<string> Belonging { get; init; } = [];

    /// <summary>Ends a phrase such as "family history of" or "previous": what it speaks of follows.</summary>
    public IReadOnlyList<string> Leading { get; init; } = [];

    /// <summary>Says that something is so now, whatever was said of it before.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    /// <summary>Says when: months, seasons, "since".</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>Ends what a denial speaks of.</summary>
    public required IReadOnlyList<string> Turning { get; init; }

    /// <summary>Whole entries that say there is nothing.</summary>
    public required IReadOnlyList<string> Nothing { get; init; }
}

/// <summary>Everything that is recognized, as the content gives it.</summary>
public sealed record Lexicon
{
    public IReadOnlyList<MedicineSet> MedicineSets { get; init; } = [];

    public IReadOnlyList<Ingredient> Ingredients { get; init; } = [];

    public IReadOnlyList<MedicineProduct> Products { get; init; } = [];

    public IReadOnlyList<MedicineStem> MedicineStems { get; init; } = [];

    public IReadOnlyList<ConditionSet> ConditionSets { get; init; } = [];

    public IReadOnlyList<KnownCondition> KnownConditions { get; init; } = [];

    public IReadOnlyList<UnclearCondition> UnclearConditions { get; init; } = [];

    public IReadOnlyList<Allergen> Allergens { get; init; } = [];

    public StatusList Statuses { get; init; } = new();

    public IReadOnlyList<Hint> Hints { get; init; } = [];

    public BesideWords Beside { get; init; } = new()
    {
        MedicineForms = [],
        MedicineUse = [],
        Reactions = [],
        ConditionQualifiers = [],
        Joining = [],
        Small = [],
        Linking = [],
        Turning = [],
        Nothing = [],
    };
}
