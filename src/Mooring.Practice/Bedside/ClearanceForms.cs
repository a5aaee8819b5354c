using Mooring.Clinical.Sessions.Clearance;

namespace Mooring.Practice.Bedside;

public sealed record GatesForm : EntryForm
{
    public List<GateTyped> Gates { get; init => field = value ?? []; } = [];
}

public sealed record GateTyped
{
    public string Item { get; init; } = "";

    public GateAnswer? Answer { get; init; }

    public string? Value { get; init; }

    public string? Note { get; init; }
}

public sealed record GoForm : EntryForm
{
    public bool? Go { get; init; }

    public string? Reason { get; init; }
}
