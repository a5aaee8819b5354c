using Mooring.Clinical;
using Mooring.Clinical.Pathways;
using Mooring.Clinical.Patients;

namespace Mooring.Practice.Tasks;

/// <summary>Something that happened, on the patient's timeline.</summary>
/// <param name="Kind">session, score, medicine, event, visit or note; it decides the mark.</param>
/// <param name="Link">Where it opens; null when there is nothing more to see.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string Title, string? Says = null, string? Link = null);

/// <summary>Something that waits for somebody, on the front page.</summary>
/// <param name="IsUrgent">Shown first.</param>
/// <param name="For">The roles whose work it is.</param>
/// <param name="Due">The last day it should be done on; null when it has none.</param>
public sealed record WaitingTask(string Title, string Says, string Link, bool IsUrgent, IReadOnlyList<Role> For, string Icon = "list-checks", DateTimeOffset? Since = null, DateOnly? Due = null)
{
    /// <summary>Who may not do it, though of that role: nobody checks what they did themselves.</summary>
    public Guid? NotFor { get; init; }

    /// <summary>Somebody may come to harm meanwhile: before all else that is urgent, and marked.</summary>
    public bool IsRisk { get; init; }

    /// <summary>Its day has passed: a group of its own, that must not push down what is asked today.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Somebody waits for it at this moment.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Who sits in a chair, rather than something to do.</summary>
    public bool IsChair { get; init; }

    /// <summary>The hour at which the next thing at a chair is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whose chart the link leads into; null where it leads elsewhere.</summary>
    public Guid? Patient => Link.Split('/') is [_, "patients", var id, ..] && Guid.TryParse(id, out var patient) ? patient : null;
}

/// <summary>
/// One room's share of the patient page and of the front page. A new kind of record (a decision, a consent, a plan, a
/// review) derives from this, says what it has, and is registered; the pages need not change.
/// </summary>
public abstract class ChartPart
{
    /// <summary>Fills in what this room knows of where the patient stands.</summary>
    public virtual Task<PathwayFacts> Stand(PathwayFacts facts, Id<Patient> patient, CancellationToken cancel) => Task.FromResult(facts);

    /// <summary>What happened to the patient, in any order.</summary>
    public virtual Task<IReadOnlyList<TimelineEntry>> Entries(Id<Patient> patient, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<TimelineEntry>>([]);

    /// <summary>What waits in the whole clinic.</summary>
    public virtual Task<IReadOnlyList<WaitingTask>> Waiting(CancellationToken cancel) => Task.FromResult<IReadOnlyList<WaitingTask>>([]);
}
