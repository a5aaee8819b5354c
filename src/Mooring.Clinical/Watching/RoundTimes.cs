using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;

namespace Mooring.Clinical.Watching;

/// <summary>In which phases of a session a round of the schedule is due.</summary>
internal static class RoundTimes
{
    extension(Round round)
    {
        public bool IsIn(Phase phase) => round.While switch
        {
            During.Before => phase is Phase.Checking or Phase.Ready,
            During.Dosing => phase is Phase.Dosing or Phase.Paused,
            During.Recovery => phase is Phase.Recovering or Phase.Dischargeable,
            _ => phase is Phase.Dosing or Phase.Paused or Phase.Recovering or Phase.Dischargeable,
        };
    }
}
