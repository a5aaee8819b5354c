namespace Mooring.Storage.Jobs;

/// <summary>
/// Work that the house does by itself, once for all its servers. It must bear to be done again: a server that dies in the
/// middle leaves it to another, which begins anew.
/// </summary>
public abstract class Job
{
    /// <summary>Its name in the table and in the figures; never changed.</summary>
    public abstract string Name { get; }

    /// <summary>How long after it was done it is due again.</summary>
    public abstract TimeSpan Every { get; }

    /// <summary>Done for each clinic by itself, with that clinic entered; otherwise once, with none entered.</summary>
    public virtual bool IsForEachClinic => false;

    /// <summary>Due when a server starts, whenever it was done last: for what a crash may have left.</summary>
    public virtual bool IsDueAtStart => false;

    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">An act of somebody was faster, here or in each exception of an aggregate: it is done again in a moment.</exception>
    /// <exception cref="Exception">Any other: it is tried again later, and counted. Nothing of a patient goes into the record of it.</exception>
    public abstract Task Run(CancellationToken cancel);
}
