namespace Mooring.Practice.Bedside;

/// <summary>Who entered what was entered while a screen was locked.</summary>
public sealed record ConfirmLockedForm : EntryForm
{
    public string? By { get; init; }
}
