using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Watching;

/// <summary>What the times of a round count from.</summary>
public enum Anchor
{
    CheckIn,
    FirstDose,
    LastDose,
    LastChange,
    DosingEnd,
}

/// <summary>While what a round is due.</summary>
public enum During
{
    Before,
    Dosing,
    Recovery,
    DosingAndRecovery,
}

/// <summary>A set of measurements that comes round.</summary>
/// <param name="Measures">Codes of vital signs and scales.</param>
/// <param name="At">The first times, counted from the anchor.</param>
/// <param name="ThenEvery">And from the last of them on, every so often; null for never.</param>
/// <param name="By">Who may do it.</param>
public sealed record Round(
    string Id, string Label, IReadOnlyList<string> Measures, Anchor From, During While, IReadOnlyList<TimeSpan> At, TimeSpan? ThenEvery, IReadOnlyList<Role> By, Because Because)
{
    public bool IsIn(Phase phase) => While switch
    {
        During.Before => phase is Phase.Checking or Phase.Ready,
        During.Dosing => phase is Phase.Dosing or Phase.Paused,
        During.Recovery => phase is Phase.Recovering or Phase.Dischargeable,
        _ => phase is Phase.Dosing or Phase.Paused or Phase.Recovering or Phase.Dischargeable,
    };
}

/// <summary>When a round that was not done is overdue.</summary>
/// <param name="After">In intervals since the one before: 1.5 is half an interval late.</param>
public sealed record OverdueRule(double After, Because Because);

/// <summary>When a number from a device has stopped coming.</summary>
/// <param name="FastUpTo">Intervals up to this count as fast.</param>
/// <param name="StaleFast">A fast value is stale after this.</param>
/// <param name="SilentFast">And the device silent after this.</param>
/// <param name="StaleTimes">A slower value is stale after so many intervals.</param>
/// <param name="SilentExtra">And silent so much later.</param>
public sealed record StalenessRule(TimeSpan FastUpTo, TimeSpan StaleFast, TimeSpan SilentFast, double StaleTimes, TimeSpan SilentExtra, Because Because);
