namespace Mooring.Practice.Bedside;

public sealed record CorrectionForm : EntryForm
{
    public string Reason { get; init; } = "";

    /// <summary>It never happened; nothing takes its place.</summary>
    public bool Strike { get; init; }

    /// <summary>The time of day it really happened.</summary>
    public string? At { get; init; }

    /// <summary>What the note should have said.</summary>
    public string? Text { get; init; }

    /// <summary>What the numbers should have been.</summary>
    public List<MeasureTyped> Values { get; init => field = value ?? []; } = [];

    /// <summary>Somebody looked twice at what was doubted.</summary>
    public bool Confirmed { get; init; }
}
