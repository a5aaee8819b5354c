using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>Something that happened, on the patient's timeline.</summary>
/// <param name="Kind">session, score, medicine, event, visit or note; it decides the mark.</param>
/// <param name="At">When it happened.</param>
/// <param name="Opens">What opens it; null when there is nothing more to see.</param>
/// <param name="Subject">The sheet or the session, where it is one.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Title, string? Says = null, ChartPlace? Opens = null, Guid? Subject = null);

/// <summary>Where something on the timeline can be read in whole.</summary>
public enum ChartPlace
{
    History,
    Questionnaires,
    Screening,
    Risk,
    Consent,
    Plan,
    Session,
    Notes,
    FollowUp,
    Review,
    Referral,
}

/// <summary>
/// One room's share of the patient page and of the work list. A new kind of record (a decision, a consent, a plan, a
/// review) derives from this, says what it has, and is registered; the pages need not change.
/// </summary>
public abstract class ChartPart
{
    /// <summary>Fills in what this room knows of where the patient stands.</summary>
    public virtual Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel) => Task.FromResult(facts);

    /// <summary>What happened to the patient, in any order.</summary>
    public virtual Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<TimelineEntry>>([]);

    /// <summary>What of this patient waits now. Worked out when the chart changes, never when a page is read.</summary>
    internal virtual Task<IReadOnlyList<Wait>> Waiting(Id<Patient> patient, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Wait>>([]);
}
