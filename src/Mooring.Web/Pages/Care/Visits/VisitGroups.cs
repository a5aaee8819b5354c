using Mooring.Clinical.Protocols;
using Mooring.Practice.Plans;

namespace Mooring.Web.Pages.Care.Visits;

/// <summary>The visits of a patient as they are asked for: now, today, later by session, and what is past.</summary>
public sealed class VisitGroups(IReadOnlyList<PlannedVisit> visits, DateOnly today)
{
    /// <summary>The dosing session that is to be opened next; null when none is planned.</summary>
    public PlannedVisit? Next { get; } = visits.FirstOrDefault(visit => visit is { What.Kind: VisitKind.Dosing, SessionId: null, State: VisitState.Planned or VisitState.Arrived });

    /// <summary>Late, and not behind a session that was held since.</summary>
    public IReadOnlyList<PlannedVisit> Now => [.. visits.Where(visit => IsLate(visit) && !IsOvertaken(visit))];

    public IReadOnlyList<PlannedVisit> Today => [.. visits.Where(visit => !IsLate(visit) && IsOpen(visit) && visit.What.On <= today)];

    /// <summary>What is to come, by session.</summary>
    public IReadOnlyList<IGrouping<int, PlannedVisit>> Later => [.. visits.Where(visit => IsOpen(visit) && visit.What.On > today).GroupBy(visit => visit.What.Session).OrderBy(group => group.Key)];

    /// <summary>Planned around a session that is over, and nobody said what became of it.</summary>
    public IReadOnlyList<PlannedVisit> LeftOpen => [.. visits.Where(visit => IsLate(visit) && IsOvertaken(visit))];

    public IReadOnlyList<PlannedVisit> Done => [.. visits.Where(visit => !IsOpen(visit) && !IsLate(visit)).OrderByDescending(visit => visit.What.On)];

    /// <summary>"3 days overdue"; null for what is not late.</summary>
    public int? DaysLate(PlannedVisit visit) => IsLate(visit) ? today.DayNumber - visit.What.Until.DayNumber : null;

    /// <summary>Somebody can arrive for it today: nobody arrives for next week.</summary>
    public bool MayArrive(PlannedVisit visit) => visit.State == VisitState.Planned && HasBegun(visit)
        && visit.What.Kind is VisitKind.Preparation or VisitKind.Dosing or VisitKind.Integration or VisitKind.Review;

    /// <summary>Its first day has come.</summary>
    public bool HasBegun(PlannedVisit visit) => visit.What.On <= today;

    private bool IsLate(PlannedVisit visit) => visit.State == VisitState.Planned && visit.SessionId is null && visit.What.Until < today;

    private static bool IsOpen(PlannedVisit visit) => visit.State is VisitState.Planned or VisitState.Arrived && visit.SessionId is null;

    private bool IsOvertaken(PlannedVisit visit) => visit.What.Session < LastHeld;

    private int LastHeld => visits.Where(visit => visit.SessionId is not null).Select(visit => visit.What.Session).DefaultIfEmpty().Max();
}
