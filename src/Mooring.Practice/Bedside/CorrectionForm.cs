using Mooring.Clinical.Sessions.Charting;

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

    /// <summary>The page showed how the pressure was taken, so that what is empty here was not said.</summary>
    public bool HasCuff { get; init; }

    public Position? Position { get; init; }

    public CuffSite? Site { get; init; }

    /// <summary>Somebody looked twice at what was doubted.</summary>
    public bool Confirmed { get; init; }
}
