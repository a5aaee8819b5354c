
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Practice.Bedside;

public sealed record AdverseEventForm : EntryForm
{
    public string Term { get; init; } = "";

    public int? Grade { get; init; }

    public string Action { get; init; } = "";

    public AdverseOutcome Outcome { get; init; }

    public string? Verbatim { get; init; }

    /// <summary>Serious in the nurse's eyes, whatever the catalogue says.</summary>
    public bool Serious { get; init; }

    public Causality Causality { get; init; }
}

public sealed record FollowForm : EntryForm
{
    public Guid Event { get; init; }

    public AdverseOutcome Outcome { get; init; }

    public string? Note { get; init; }
}
