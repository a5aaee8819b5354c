using Mooring.Clinical.Sessions.Charting;

namespace Mooring.Practice.Bedside;

/// <summary>One number of a set, as typed: the code of a vital sign or a scale.</summary>
public sealed record MeasureTyped
{
    public string Of { get; init; } = "";

    public string? Value { get; init; }

    /// <summary>In a correction, what the page showed before: what was left as it was is not corrected.</summary>
    public string? Was { get; init; }
}

/// <summary>Vital signs and ratings that were taken together.</summary>
public sealed record VitalsForm : EntryForm
{
    public List<MeasureTyped> Values { get; init => field = value ?? []; } = [];

    /// <summary>In which the pressure was taken; nothing where nobody said.</summary>
    public Position? Position { get; init; }

    /// <summary>Where its cuff was; nothing where nobody said.</summary>
    public CuffSite? Site { get; init; }

    /// <summary>Somebody looked twice at what was doubted.</summary>
    public bool Confirmed { get; init; }

    public string? Note { get; init; }
}

public sealed record NoteForm : EntryForm
{
    public string Text { get; init; } = "";

    /// <summary>Null for a note about anything.</summary>
    public NoteAbout? About { get; init; }
}
