using Mooring.Clinical.Locking;
using Mooring.Clinical.Signing;

namespace Mooring.Clinical.Sessions;

/// <summary>
/// One line of a session's journal: what happened, who entered it, and the three clocks. Sorting by
/// <see cref="HappenedAt"/> tells the session's story; <see cref="Seq"/> tells in which order we learned it.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>Made by whoever entered it; the same id a second time changes nothing.</summary>
    public required Guid EventId { get; init; }

    public required Id<Session> Session { get; init; }

    /// <summary>Dense from 1, given by the journal.</summary>
    public required long Seq { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>The clock of the tablet it was entered on.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>The clock of the server that kept it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    public required SessionEvent What { get; init; }

    /// <summary>How it was signed, where it is a signature.</summary>
    public Signature? Signature { get; init; }

    /// <summary>Entered on a locked screen: <see cref="By"/> was signed in there last, and whoever entered it was not asked.</summary>
    public LockedScreen? WhileLocked { get; init; }
}
