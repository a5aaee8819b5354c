namespace Mooring.Clinical.Locking;

/// <summary>Where somebody works at this moment.</summary>
public enum Workplace
{
    /// <summary>A desk, or a tablet that shows a page of the desk.</summary>
    Desk,

    /// <summary>A page of a session.</summary>
    Chair,
}

/// <summary>How long a sign-in may lie untouched before it is locked.</summary>
public sealed record IdleLimits(TimeSpan AtChair, TimeSpan AtDesk)
{
    public TimeSpan At(Workplace place) => place == Workplace.Chair ? AtChair : AtDesk;
}

/// <summary>A sign-in that is locked: what is entered meanwhile is marked with it.</summary>
/// <param name="Screen">Names the sign-in on its device; the same for all that is entered on it.</param>
/// <param name="Device">The device in words, such as "Chrome on Android".</param>
/// <param name="Since">From when nobody was known to sit before it.</param>
public sealed record LockedScreen(Guid Screen, string Device, DateTimeOffset Since);

/// <summary>Since when a sign-in is locked, by what its person did last.</summary>
public static class IdleLock
{
    /// <summary>Null while it is open. Locked by hand or by time, it stays so until somebody unlocks it.</summary>
    /// <param name="activeAt">When its person last opened a page, sent a form, or touched the screen.</param>
    /// <param name="lockedAt">When somebody locked it by hand; null when nobody did.</param>
    public static DateTimeOffset? Since(DateTimeOffset activeAt, DateTimeOffset? lockedAt, TimeSpan limit, DateTimeOffset now) =>
        lockedAt ?? (now - activeAt >= limit ? activeAt + limit : null);

    /// <summary>What becomes of an entry at a chair that comes while the sign-in is locked.</summary>
    /// <param name="isNeverRefused">Emergency, stop or pause, rescue, vital signs.</param>
    /// <param name="keptAt">When a tablet took it that had to wait for the server; null for one that comes as it is made.</param>
    public static LockedEntry Judge(bool isNeverRefused, DateTimeOffset? keptAt, DateTimeOffset since) =>
        keptAt < since ? LockedEntry.Taken
        : isNeverRefused || keptAt is not null ? LockedEntry.TakenAndMarked
        : LockedEntry.Refused;
}

/// <summary>What becomes of an entry while nobody has said who is there.</summary>
public enum LockedEntry
{
    Refused,

    /// <summary>It was made before, and only came now.</summary>
    Taken,

    /// <summary>Kept as entered while locked, until somebody confirms it.</summary>
    TakenAndMarked,
}
