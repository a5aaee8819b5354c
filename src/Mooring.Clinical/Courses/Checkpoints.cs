using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>A checkpoint that speaks now. Unknown: the score it needs is missing.</summary>
public sealed record CheckpointPrompt(Checkpoint Checkpoint, Finding Applies);

/// <summary>Which checkpoints of the protocol speak after a session of a course.</summary>
public static class Checkpoints
{
    /// <param name="improvement">Percent fall of the deciding instrument since the baseline of this course; null when not known.</param>
    public static IReadOnlyList<CheckpointPrompt> After(Protocol protocol, Course course, double? improvement) =>
        After(protocol, course.Held.Count, improvement, course.EndOf);

    /// <param name="sessions">Dosing sessions done.</param>
    /// <param name="improvement">Percent fall of the deciding instrument since baseline; null when not known.</param>
    /// <param name="endOf">After how many sessions the last phase of a kind ends; as the protocol says when it is left out.</param>
    public static IReadOnlyList<CheckpointPrompt> After(Protocol protocol, int sessions, double? improvement, Func<PhaseKind, int?>? endOf = null) =>
    [
        .. from checkpoint in protocol.Checkpoints
           let after = checkpoint.AtEndOf is { } phase ? (endOf ?? protocol.EndOf)(phase) : checkpoint.After
           where sessions == after || (checkpoint.AndLater && sessions > after)
           let applies = Applies(checkpoint, improvement)
           where applies != Finding.NotMet
           select new CheckpointPrompt(checkpoint, applies),
    ];

    private static int? EndOf(this Protocol protocol, PhaseKind kind) =>
        protocol.Course.Any(phase => phase.Kind == kind) ? protocol.Course.TakeWhile(phase => phase.Kind <= kind).Sum(phase => phase.Sessions) : null;

    private static Finding Applies(Checkpoint checkpoint, double? improvement) => (checkpoint, improvement) switch
    {
        ({ Below: null, AtLeast: null }, _) => Finding.Met,
        (_, null) => Finding.Unknown,
        _ => (checkpoint.Below is null || improvement < checkpoint.Below.Value.Value)
            && (checkpoint.AtLeast is null || improvement >= checkpoint.AtLeast.Value.Value) ? Finding.Met : Finding.NotMet,
    };
}
