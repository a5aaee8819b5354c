using Mooring.Storage.Journals;

namespace Mooring.Demo;

/// <summary>What somebody at a tablet with a right clock would send along.</summary>
public static class Stamp
{
    /// <summary>An entry that happens and is made at this instant.</summary>
    /// <param name="id">Where the test needs to know it; otherwise a new one.</param>
    public static EntryStamp At(DateTimeOffset now, Guid? id = null) => new(id ?? Guid.CreateVersion7(now), now, now);

    /// <summary>An entry made now.</summary>
    public static EntryStamp Now(Guid? id = null) => At(TimeProvider.System.GetUtcNow(), id);
}
