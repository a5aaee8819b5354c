using Mooring.Practice.Plans;

namespace Mooring.Web.Pages.Care.Visits;

/// <summary>What can be done with a visit by one tap.</summary>
/// <param name="PutBack">It was a slip.</param>
public sealed record VisitActs(Func<PlannedVisit, Task> Arrive, Func<PlannedVisit, Task> Finish, Func<PlannedVisit, Task> PutBack);
