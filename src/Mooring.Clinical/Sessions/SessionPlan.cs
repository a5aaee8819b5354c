using Mooring.Clinical.Sessions.Limits;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>A piece of content as it was when the session began.</summary>
/// <param name="Hash">SHA-256 of the reviewed file, in hexadecimal.</param>
public sealed record ContentPin(string Id, int Version, string Hash);

/// <summary>What was prescribed for this session, pinned when it opens: a later edit of plan or content changes nothing.</summary>
public sealed record SessionPlan
{
    /// <summary>The value of the patient's id.</summary>
    public required Guid Patient { get; init; }

    /// <summary>As the board and the record show it.</summary>
    public required string PatientName { get; init; }

    public required ContentPin Protocol { get; init; }

    /// <summary>The monitoring pack: schedule, limits, gates, discharge.</summary>
    public required ContentPin Monitoring { get; init; }

    public required string Drug { get; init; }

    public required DoseRoute Route { get; init; }

    /// <summary>What the prescriber signed for this session.</summary>
    public required Mass Dose { get; init; }

    /// <summary>What no reason may pass.</summary>
    public required Mass HardCap { get; init; }

    /// <summary>The most in one hour that no reason may pass; infusions only.</summary>
    public Mass? HardCapPerHour { get; init; }

    /// <summary>How long an infusion runs.</summary>
    public double? Minutes { get; init; }

    /// <summary>The bag, drug included.</summary>
    public double? BagMilliliters { get; init; }

    public required Weight Weight { get; init; }

    public required DateTimeOffset WeighedAt { get; init; }

    /// <summary>Whole years on the day; null when the birth date is not known.</summary>
    public int? Age { get; init; }

    /// <summary>Resting values before any dose; values taken before the start today come first.</summary>
    public IReadOnlyList<BaselineValue> Baseline { get; init; } = [];

    /// <summary>Limits for this patient that a prescriber set in an earlier session for the whole course.</summary>
    public IReadOnlyList<OwnLimitSet> OwnLimits { get; init; } = [];

    /// <summary>What the chair should know: interpreter, hearing, fear of needles.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Facts that switch gates on, such as <c>could-be-pregnant</c> or <c>bipolar-or-psychosis-history</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

public sealed record BaselineValue(VitalSign Sign, double Value);
