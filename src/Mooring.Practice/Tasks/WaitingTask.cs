using Mooring.Clinical;
using Mooring.Clinical.Staffing;

namespace Mooring.Practice.Tasks;

/// <summary>Something that waits for somebody, as the front page and the work list show it.</summary>
/// <param name="IsUrgent">Shown first.</param>
/// <param name="For">The roles whose work it is.</param>
/// <param name="Due">The last day it should be done on; null when it has none.</param>
public sealed record WaitingTask(string Title, string Says, bool IsUrgent, IReadOnlyList<Role> For, DateTimeOffset? Since = null, DateOnly? Due = null)
{
    /// <summary>Of the row; null for a chair.</summary>
    public Guid? Id { get; init; }

    /// <summary>Null for a chair.</summary>
    public TaskKind? Kind { get; init; }

    /// <summary>Whose chart it is about.</summary>
    public required Guid Patient { get; init; }

    /// <summary>What it is about: the visit, the session, the plan; the patient where it is about them.</summary>
    public required Guid Subject { get; init; }

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

    /// <summary>Who has it; null while nobody does.</summary>
    public Guid? Owner { get; init; }

    public string? OwnerName { get; init; }

    /// <summary>Taken on an earlier day of the clinic: it stands before everybody again, with the name.</summary>
    public bool IsHeldLong { get; init; }

    /// <summary>The day on which it comes back, while that is to come or has just come.</summary>
    public DateOnly? PutOffUntil { get; init; }

    public string? PutOffReason { get; init; }

    public string? PutOffBy { get; init; }

    /// <summary>Put off, and its day has not come.</summary>
    public bool IsPutOff { get; init; }

    /// <summary>What is to be done, without the patient's name; empty where the name alone says it.</summary>
    public string Act { get; init; } = "";

    /// <summary>The patient's short name.</summary>
    public string Name { get; init; } = "";

    /// <summary>It is named for, or held by, somebody who is away; null where it is not.</summary>
    public StandIn? Away { get; init; }

    /// <summary>Nobody had it in time, and it has gone to more people.</summary>
    public bool HasGone { get; init; }

    /// <summary>How often somebody called and reached nobody.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When the next try is meant to be.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>A person says on its page what came of it; any other ends by itself when the thing is done.</summary>
    public bool IsClosedByHand { get; init; }
}
