namespace Mooring.Storage.Audit;

/// <summary>Counts the saves of this server, so that what was counted from rows is known to be old once something was kept.</summary>
public sealed class SaveCount
{
    private long edition;

    /// <summary>Take it before counting: what is kept meanwhile makes the count old at once.</summary>
    public long Edition => Interlocked.Read(ref edition);

    internal void Saved() => Interlocked.Increment(ref edition);
}
