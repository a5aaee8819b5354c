namespace Mooring.Practice.Bedside;

public sealed record CheckInForm : EntryForm
{
    public Guid? Chair { get; init; }

    /// <summary>The patient said their name.</summary>
    public bool Name { get; init; }

    /// <summary>The patient said their birth date.</summary>
    public bool BirthDate { get; init; }

    /// <summary>Another identifier, such as a wristband.</summary>
    public string? Other { get; init; }

    public string? Note { get; init; }
}
