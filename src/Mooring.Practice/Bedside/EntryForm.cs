namespace Mooring.Practice.Bedside;

/// <summary>What every form at the chair carries.</summary>
public abstract record EntryForm
{
    /// <summary>Made when the form was shown; sending it twice changes nothing.</summary>
    public Guid EventId { get; init; }

    /// <summary>The time of day it happened, by the clinic's clock, when that was not now: 14:05.</summary>
    public string? Earlier { get; init; }
}

/// <summary>An entry that says nothing but that it happened.</summary>
public sealed record PlainForm : EntryForm;
