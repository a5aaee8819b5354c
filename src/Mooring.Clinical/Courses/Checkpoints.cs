using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Courses;

/// <summary>A checkpoint that speaks now. Unknown: the score it needs is missing.</summary>
public sealed record CheckpointPrompt(Checkpoint Checkpoint, Finding Applies);

/// <summary>Which checkpoints of the protocol speak after a session.</summary>
public static class Checkpoints
{
    /// <param name="sessions">Dosing sessions done.</param>
    /// <param name="improvement">Percent fall of the deciding instrument since baseline; null when not known.</param>
    public static IReadOnlyList<CheckpointPrompt> After(Protocol protocol, int sessions, double? improvement) =>
    [
        .. from checkpoint in protocol.Checkpoints
           where sessions == checkpoint.After || (checkpoint.AndLater && sessions > checkpoint.After)
           let applies = Applies(checkpoint, improvement)
           where applies != Finding.NotMet
           select new CheckpointPrompt(checkpoint, applies),
    ];

    private static Finding Applies(Checkpoint checkpoint, double? improvement) => (checkpoint, improvement) switch
    {
        ({ Below: null, AtLeast: null }, _) => Finding.Met,
        (_, null) => Finding.Unknown,
        _ => (checkpoint.Below is null || improvement < checkpoint.Below.Value.Value)
            && (checkpoint.AtLeast is null || improvement >= checkpoint.AtLeast.Value.Value) ? Finding.Met : Finding.NotMet,
    };
}
