using Mooring.Clinical.Sessions.Clearance;
using Mooring.Clinical.Sessions.Dosing;
using Mooring.Clinical.Sessions.Leaving;
using Mooring.Clinical.Sessions.Rescuing;

namespace Mooring.Clinical.Sessions;

/// <summary>Where a session stands, in the order it is walked; a no-go leaves the way before dosing.</summary>
public enum Phase
{
    Arriving,
    Checking,
    Ready,
    Dosing,
    Paused,
    Recovering,

    /// <summary>Recovering, and nothing stands in the way of leaving.</summary>
    Dischargeable,
    Discharged,
    Signed,
    NoGo,
}

/// <summary>When each phase was entered.</summary>
public sealed record PhaseStep(Phase Phase, DateTimeOffset Since);

/// <summary>Walks the phases. What does not fit is passed over: a replay never refuses.</summary>
internal sealed class PhaseWalk(IReadOnlyList<Role> signatures)
{
    private readonly HashSet<Role> _signed = [];
    private readonly List<PhaseStep> _steps = [];
    private (bool Go, bool TimeOut) _cleared;

    public IReadOnlyList<PhaseStep> Steps => _steps;

    public Phase Phase => _steps.Count == 0 ? Phase.Arriving : _steps[^1].Phase;

    public void Take(SessionEvent what, DateTimeOffset at)
    {
        if (what is Signed signed)
            _signed.Add(signed.As);
        if (what is GoDecided decided)
            _cleared = (decided.Go, decided.Go && _cleared.TimeOut);
        if (what is TimeOut)
            _cleared.TimeOut = true;

        var next = Next(what);
        if (next != Phase || _steps.Count == 0)
            _steps.Add(new(next, at));
    }

    private Phase Next(SessionEvent what) => (what, Phase) switch
    {
        (CheckedIn, Phase.Arriving) => Phase.Checking,
        (GoDecided { Go: false }, < Phase.Dosing) => Phase.NoGo,
        (GoDecided { Go: true }, < Phase.Dosing or Phase.NoGo) => _cleared.TimeOut ? Phase.Ready : Phase.Checking,
        (TimeOut, < Phase.Dosing) when _cleared.Go => Phase.Ready,
        (InfusionStarted or DoseGiven or DeviceUsed or BolusGiven or HoldStarted, < Phase.Recovering or Phase.NoGo) => Phase.Dosing,
        (InfusionPaused, Phase.Dosing) => Phase.Paused,
        (InfusionResumed, Phase.Paused) => Phase.Dosing,
        (InfusionStopped or RecoveryStarted, Phase.Dosing or Phase.Paused) => Phase.Recovering,
        (Discharged or EmergencyReviewed { TransferredTo: not null }, < Phase.Discharged) => Phase.Discharged,
        (Signed, Phase.Discharged or Phase.NoGo) when signatures.All(_signed.Contains) => Phase.Signed,
        _ => Phase,
    };
}
