namespace Mooring.Clinical.Sessions.Events;

/// <summary>The session exists, on this plan; the plan is pinned here and never read again from anywhere else.</summary>
public sealed record SessionOpened(SessionPlan Plan) : SessionEvent;

/// <summary>The patient has come.</summary>
/// <param name="Chair">Where the patient sits.</param>
/// <param name="Identifiers">The two identifiers the patient was known by, such as name and birth date.</param>
public sealed record CheckedIn(string Chair, IReadOnlyList<string> Identifiers) : SessionEvent
{
    public string? Note { get; init; }
}
