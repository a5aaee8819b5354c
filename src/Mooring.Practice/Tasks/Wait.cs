using Mooring.Clinical;

namespace Mooring.Practice.Tasks;

/// <summary>Something of one patient that waits now, as a room works it out; it becomes a row of the work list.</summary>
/// <param name="Subject">What it is about: the visit, the session, the plan; the patient where it is about them.</param>
/// <param name="Title">With <see cref="Name"/> where the patient's name stands, so that it is always the present one.</param>
/// <param name="For">The roles whose work it is.</param>
internal sealed record Wait(TaskKind Kind, Guid Subject, string Title, string Says, IReadOnlyList<Role> For)
{
    public const string Name = "{name}";

    public DateTimeOffset? Since { get; init; }

    /// <summary>The last day it should be done on.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>From when it stands among what is urgent; null for never.</summary>
    public DateTimeOffset? UrgentFrom { get; init; }

    /// <summary>Who may not do it, though of that role: nobody checks what they did themselves.</summary>
    public Guid? NotFor { get; init; }

    /// <summary>Whose it is at first; null where it is everybody's of the role.</summary>
    public Guid? Named { get; init; }

    /// <summary>When it becomes everybody's of the role, unless somebody has taken it.</summary>
    public DateTimeOffset? ForAllFrom { get; init; }

    /// <summary>Who took it, where the subject itself keeps that.</summary>
    public Actor? TakenBy { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>How often somebody called and reached nobody.</summary>
    public int Tries { get; init; }

    /// <summary>When the last try was.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>When the next try is meant to be.</summary>
    public DateTimeOffset? NextTry { get; init; }
}
