namespace Mooring.Clinical.Privacy;

/// <summary>Why a chart is open to its care team alone.</summary>
public enum RestrictionKind
{
    /// <summary>Works here, or is close to somebody who does.</summary>
    StaffMember,

    /// <summary>Known in public.</summary>
    KnownPerson,

    /// <summary>The patient asked for it.</summary>
    AskedFor,

    Other,
}

/// <summary>How a chart was opened from outside its care team.</summary>
public enum OpeningKind
{
    /// <summary>With a reason given first.</summary>
    BreakGlass,

    /// <summary>Of a patient who was checked in: the reason is asked afterwards.</summary>
    AtTheChair,
}

/// <summary>Why somebody opens a chart from outside its care team.</summary>
public enum OpeningReason
{
    Emergency,
    CoversForColleague,
    PatientCalled,
    AskedByTeam,
    QualityOrSafety,
    Other,
}

/// <summary>What another person found when they looked at it.</summary>
public enum ReviewFinding
{
    /// <summary>There was a reason.</summary>
    Justified,

    /// <summary>There was none, or not one that holds.</summary>
    NotJustified,

    /// <summary>It can not be said; it was handed on.</summary>
    Unclear,
}

/// <summary>How a chart stands to somebody.</summary>
public enum ChartDoor
{
    Open,

    /// <summary>Restricted, and opened with a reason.</summary>
    Opened,

    /// <summary>Restricted, and the patient is at a chair: the reason is asked afterwards.</summary>
    AtTheChair,

    /// <summary>To whoever reads no charts: the name, and what visits need; no papers.</summary>
    NameOnly,

    /// <summary>Restricted: the name alone.</summary>
    Shut,

    /// <summary>Not shared with somebody who works elsewhere: not even the name.</summary>
    NotShared,
}

/// <summary>What decides how a chart stands to somebody.</summary>
public sealed record ChartStanding
{
    public bool IsRestricted { get; init; }

    /// <summary>Somebody named them for the care team, and the day is within its days.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Named, or by what the record says.</summary>
    public bool IsOnTeam { get; init; }

    /// <summary>They gave a reason, and its hours have not passed.</summary>
    public bool IsOpened { get; init; }

    /// <summary>Checked in, or in an emergency there.</summary>
    public bool IsInTheChair { get; init; }
}

/// <summary>Whether somebody may see a chart. No page and no list decides that for itself.</summary>
public static class ChartRule
{
    public static ChartDoor Decide(Actor by, ChartStanding of)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(of);
        if (!by.May(Right.ReadCharts))
            return of.IsRestricted ? ChartDoor.NameOnly : ChartDoor.Open;
        if (!by.May(Right.ReadEveryChart))
            return of.IsNamed ? ChartDoor.Open : ChartDoor.NotShared;
        return of switch
        {
            { IsRestricted: false } or { IsOnTeam: true } => ChartDoor.Open,
            { IsOpened: true } => ChartDoor.Opened,
            { IsInTheChair: true } => ChartDoor.AtTheChair,
            _ => ChartDoor.Shut,
        };
    }

    /// <summary>Nothing of what stands in the chart is shown.</summary>
    public static bool IsShut(this ChartDoor door) => door is ChartDoor.Shut or ChartDoor.NotShared;
}
