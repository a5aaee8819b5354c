namespace Mooring.Practice.Bedside;

/// <summary>Drug and dose as read from the label.</summary>
public sealed record TimeOutForm : EntryForm
{
    /// <summary>The request that is confirmed; nothing when asking.</summary>
    public Guid? Request { get; init; }

    public string Drug { get; init; } = "";

    public string? Milligrams { get; init; }

    /// <summary>As the second person reads them from pump and bag; asked where something is infused.</summary>
    public string? PumpRate { get; init; }

    public string? PumpVolume { get; init; }

    public string? PumpConcentration { get; init; }
}
