using Mooring.Clinical.Monitoring;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions;

/// <summary>The session exists, on this plan; the plan is pinned here and never read again from anywhere else.</summary>
[Journaled("opened", EventKind.Session)]
public sealed record SessionOpened(SessionPlan Plan) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Session opened: {Plan.Drug} {Mg(Plan.Dose)}, {Words(Plan.Route)}.";
}
