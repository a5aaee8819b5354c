using System.Globalization;

namespace Mooring.Clinical.Screening;

/// <summary>What a level of the screener means for dosing.</summary>
public enum RiskDosing
{
    /// <summary>Nothing is held.</summary>
    Open,

    /// <summary>Held until a prescriber decides that dosing may go on, which holds for that day.</summary>
    Decided,

    /// <summary>Held, but for the protocols that <see cref="RiskPathway.AtHigh"/> names and what they ask for.</summary>
    Held,
}

/// <summary>What a triage level asks for, as the clinic reviewed it.</summary>
public sealed record RiskLevel
{
    public required string Id { get; init; }

    public required RiskDosing Dosing { get; init; }

    public required string Do { get; init; }
}

/// <summary>A protocol that may open at the gravest level, once a prescriber recorded what that asks for.</summary>
public sealed record HighRiskProtocol
{
    public required string Protocol { get; init; }

    /// <summary>Only in a clinic that declared itself an inpatient or monitored setting.</summary>
    public bool MonitoredSetting { get; init; }
}

/// <summary>The suicide-risk step: its instruments, and what each level asks for.</summary>
public sealed record RiskPathway
{
    public required int Version { get; init; }

    /// <summary>The step that an instrument's flag opens.</summary>
    public required string Step { get; init; }

    /// <summary>Asked the first time; looks back over the whole life.</summary>
    public required string Screener { get; init; }

    /// <summary>Asked from then on; looks back to the last contact.</summary>
    public required string Repeat { get; init; }

    public required IReadOnlyList<RiskLevel> Levels { get; init; }

    /// <summary>How soon somebody reaches the patient again after a dose at the gravest level.</summary>
    public required TimeSpan ContactWithin { get; init; }

    /// <summary>The same, to be read: "24 hours".</summary>
    public string ContactSays => string.Create(CultureInfo.InvariantCulture, $"{ContactWithin.TotalHours:0.##} hours");

    public required IReadOnlyList<HighRiskProtocol> AtHigh { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    public bool IsScreener(string instrument) => instrument == Screener || instrument == Repeat;
}
