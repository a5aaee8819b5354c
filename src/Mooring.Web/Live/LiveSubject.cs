using Mooring.Clinical;
using Mooring.Storage.Changes;

namespace Mooring.Web.Live;

/// <summary>A part of a page: html takes the place of the element with this id.</summary>
public sealed record Fragment(string Target, string Html);

/// <summary>One event of a stream, its data as text.</summary>
public sealed record LiveEvent(string Name, string Data);

/// <summary>A live page as it should look now.</summary>
/// <param name="Parts">Sent one by one, those that changed.</param>
/// <param name="Whole">Sent in place of the parts when <paramref name="Shape"/> changed, such as the order of cards.</param>
public sealed record Snapshot(IReadOnlyList<Fragment> Parts, Fragment? Whole = null, string Shape = "")
{
    /// <summary>Whose charts it shows something of.</summary>
    public IReadOnlyList<Guid> Patients { get; init; } = [];
}

/// <summary>
/// What a stream is about. Equal subjects share one renderer, however many watch: so everything that decides what is
/// seen, the clinic first, is part of it.
/// </summary>
public abstract record LiveSubject(Id<Clinic> Clinic)
{
    /// <summary>Its page, as the log of reads names it.</summary>
    public abstract string Page { get; }

    /// <summary>The shortest time between two looks.</summary>
    public abstract TimeSpan Pace { get; }

    public abstract bool Wants(Change change);

    /// <summary>Renders it in a scope of this clinic.</summary>
    public abstract Task<Snapshot> Look(IServiceProvider services, CancellationToken cancel);

    /// <summary>What else to say about these changes, after <paramref name="since"/>; and until when that speaks.</summary>
    public virtual Task<(IReadOnlyList<LiveEvent> Events, DateTimeOffset Until)> News(
        IServiceProvider services, IReadOnlyList<Change> changes, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<(IReadOnlyList<LiveEvent>, DateTimeOffset)>(([], since));
}
