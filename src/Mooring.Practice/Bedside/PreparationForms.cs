namespace Mooring.Practice.Bedside;

/// <summary>What stands on the vial, and what was drawn; numbers as typed.</summary>
public sealed record PrepareForm : EntryForm
{
    public string? Vial { get; init; }

    public string Lot { get; init; } = "";

    public DateOnly? Expires { get; init; }

    /// <summary>mg in a milliliter.</summary>
    public string? Strength { get; init; }

    public string? Drawn { get; init; }

    public string? Diluent { get; init; }

    public string? Total { get; init; }

    /// <summary>mg in all opened vials.</summary>
    public string? Opened { get; init; }

    public string? Why { get; init; }
}

public sealed record WasteForm : EntryForm
{
    public string? Milligrams { get; init; }

    public string? How { get; init; }
}

/// <summary>The second person names the entry that they have seen.</summary>
public sealed record SecondForm : EntryForm
{
    public Guid Entry { get; init; }
}
