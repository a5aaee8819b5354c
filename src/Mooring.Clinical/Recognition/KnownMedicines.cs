namespace Mooring.Clinical.Recognition;

/// <summary>How a name or a code was checked. One that is neither seen nor well known is not listed at all.</summary>
public enum HowChecked
{
    /// <summary>From general knowledge; it waits for a pharmacist or a coder.</summary>
    GeneralKnowledge,

    /// <summary>Seen in the source that stands beside it.</summary>
    Seen,
}

/// <summary>An active ingredient, under everything that charts call it.</summary>
public sealed record Ingredient
{
    /// <summary>The US generic name without its salt.</summary>
    public required string Name { get; init; }

    /// <summary>The RxNorm ingredient, where it is known for sure.</summary>
    public string? Rxnorm { get; init; }

    /// <summary>RxNorm numbers of products that hold this ingredient and no other.</summary>
    public IReadOnlyList<string> RxnormAlso { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>Spanish names.</summary>
    public IReadOnlyList<string> Es { get; init; } = [];

    /// <summary>The value sets of rules that it belongs to; none for a medicine that no rule looks for.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Of the names and the sets.</summary>
    public required HowChecked Checked { get; init; }

    /// <summary>The reference in which names and sets were seen.</summary>
    public string? SeenIn { get; init; }

    /// <summary>Of the RxNorm numbers, where it differs.</summary>
    public HowChecked? RxnormChecked { get; init; }

    public string? RxnormSeenIn { get; init; }

    public IEnumerable<string> AllNames => [Name, .. Names, .. Brands, .. Es];

    public IEnumerable<string> AllCodes => Rxnorm is null ? RxnormAlso : [Rxnorm, .. RxnormAlso];
}

/// <summary>A brand or name that stands for several ingredients.</summary>
public sealed record MedicineProduct
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>RxNorm numbers of this product.</summary>
    public IReadOnlyList<string> Rxnorm { get; init; } = [];

    /// <summary>Ingredients by name.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    public required HowChecked Checked { get; init; }

    public string? SeenIn { get; init; }
}

/// <summary>A file of medicines that belong together.</summary>
public sealed record MedicineList
{
    public required string Title { get; init; }

    public IReadOnlyList<Ingredient> Ingredients { get; init; } = [];

    public IReadOnlyList<MedicineProduct> Products { get; init; } = [];
}

/// <summary>A value set of medicines: rules ask for it by its id.</summary>
public sealed record MedicineSet
{
    public required string Id { get; init; }

    public required string Title { get; init; }
}

/// <summary>Something that people are allergic to and that is no medicine.</summary>
public sealed record Allergen
{
    public required string Name { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Es { get; init; } = [];

    public required HowChecked Checked { get; init; }

    public string? SeenIn { get; init; }
}
