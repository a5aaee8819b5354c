namespace Mooring.Practice.Bedside;

public sealed record SignForm : EntryForm
{
    public string? Statement { get; init; }
}

public sealed record AddendumForm : EntryForm
{
    public string Text { get; init; } = "";

    public string Reason { get; init; } = "";
}
