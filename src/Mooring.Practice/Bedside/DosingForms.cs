
using Mooring.Clinical.Sessions.Dosing;

namespace Mooring.Practice.Bedside;

/// <summary>What was hung and how the pump was set; numbers as typed.</summary>
public sealed record InfusionForm : EntryForm
{
    public string? Milligrams { get; init; }

    public string? Minutes { get; init; }

    public string? Milliliters { get; init; }

    public string? Rate { get; init; }

    public string? OverPlan { get; init; }
}

public sealed record RateForm : EntryForm
{
    public string? Rate { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>One of the content's, when nothing was typed.</summary>
    public string? Pick { get; init; }
}

public sealed record PauseForm : EntryForm
{
    public string Reason { get; init; } = "";

    /// <summary>One of the content's, when nothing was typed.</summary>
    public string? Pick { get; init; }

    /// <summary>One tap; the reason follows.</summary>
    public bool Later { get; init; }
}

public sealed record StopForm : EntryForm
{
    public bool Completed { get; init; }

    public string? Reason { get; init; }

    /// <summary>One tap; the reason follows.</summary>
    public bool Later { get; init; }
}

/// <summary>Why an infusion was paused or stopped by one tap, said afterwards.</summary>
public sealed record WhyForm : EntryForm
{
    /// <summary>The entry of the tap.</summary>
    public Guid Entry { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>One of the content's, when nothing was typed.</summary>
    public string? Pick { get; init; }

    /// <summary>It was the whole bag.</summary>
    public bool Completed { get; init; }

    /// <summary>It was tapped by mistake: the infusion runs.</summary>
    public bool TakeBack { get; init; }
}

public sealed record BolusForm : EntryForm
{
    public string? Milligrams { get; init; }

    public string? Minutes { get; init; }

    public string Reason { get; init; } = "";

    public string? OverPlan { get; init; }
}

public sealed record DoseForm : EntryForm
{
    public string? Milligrams { get; init; }

    public string Site { get; init; } = "";

    /// <summary>One of the content's, when nothing was typed.</summary>
    public string? Pick { get; init; }

    public string? OverPlan { get; init; }
}

public sealed record DeviceForm : EntryForm
{
    public int? Number { get; init; }
}

public sealed record HoldForm : EntryForm
{
    public string? Milligrams { get; init; }

    public string? OverPlan { get; init; }
}

public sealed record HoldEndForm : EntryForm
{
    public HoldEnd? End { get; init; }

    public string? Note { get; init; }
}
