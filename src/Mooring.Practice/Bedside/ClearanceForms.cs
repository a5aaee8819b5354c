using Mooring.Clinical.Sessions.Events;

namespace Mooring.Practice.Bedside;

public sealed record CheckInForm : EntryForm
{
    public Guid? Chair { get; init; }

    /// <summary>The patient said their name.</summary>
    public bool Name { get; init; }

    /// <summary>The patient said their birth date.</summary>
    public bool BirthDate { get; init; }

    /// <summary>Another identifier, such as a wristband.</summary>
    public string? Other { get; init; }

    public string? Note { get; init; }
}

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

public sealed record AccessForm : EntryForm
{
    public string Site { get; init; } = "";

    /// <summary>One of the content's, when nothing was typed.</summary>
    public string? Pick { get; init; }

    public string? Gauge { get; init; }

    public string? Attempts { get; init; }
}
