using Mooring.Clinical;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Clinical.Sessions.Leaving;

namespace Mooring.Practice.Bedside;

public sealed record CriteriaForm : EntryForm
{
    public List<CriterionTyped> Criteria { get; init => field = value ?? []; } = [];
}

public sealed record CriterionTyped
{
    public string Item { get; init; } = "";

    public Finding? Met { get; init; }

    public string? Value { get; init; }

    public string? Note { get; init; }
}

/// <summary>Pressure and pulse at rest, and after one and three minutes of standing; what was not measured stays empty.</summary>
public sealed record StandingForm : EntryForm
{
    public Position From { get; init; } = Position.Seated;

    public string? RestSystolic { get; init; }

    public string? RestDiastolic { get; init; }

    public string? RestRate { get; init; }

    public string? OneSystolic { get; init; }

    public string? OneDiastolic { get; init; }

    public string? OneRate { get; init; }

    public string? ThreeSystolic { get; init; }

    public string? ThreeDiastolic { get; init; }

    public string? ThreeRate { get; init; }

    public bool Dizzy { get; init; }
}

public sealed record EscortForm : EntryForm
{
    public string Name { get; init; } = "";

    public string Relationship { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool Verified { get; init; }
}

public sealed record InstructionsForm : EntryForm
{
    public string Language { get; init; } = "";

    public string Version { get; init; } = "";

    public bool ToPatient { get; init; }

    public bool ToEscort { get; init; }
}

public sealed record DischargeForm : EntryForm
{
    public List<WaiverTyped> Waivers { get; init => field = value ?? []; } = [];
}

/// <summary>A reason typed beside something that is not met; empty waives nothing.</summary>
public sealed record WaiverTyped
{
    public string Item { get; init; } = "";

    public string? Reason { get; init; }
}

/// <summary>What is recorded when a patient leaves against advice.</summary>
public sealed record AgainstAdviceForm : EntryForm
{
    public string? Reason { get; init; }

    public string? Told { get; init; }
}

/// <summary>The patient is at home, as somebody says.</summary>
public sealed record HomeForm : EntryForm
{
    public Teller? SaidBy { get; init; }

    public string? Name { get; init; }

    public string? Note { get; init; }
}
