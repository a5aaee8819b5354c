namespace Mooring.Practice.Bedside;

public sealed record TakeOverForm : EntryForm
{
    /// <summary>What the one before said; empty where nobody had the chair.</summary>
    public string? Told { get; init; }
}
