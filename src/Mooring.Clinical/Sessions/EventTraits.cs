using System.Collections.Frozen;
using System.Reflection;

namespace Mooring.Clinical.Sessions;

/// <summary>What an event is about, as its line in the timeline is marked.</summary>
public enum EventKind
{
    /// <summary>A step of the session: arriving, deciding, leaving, signing.</summary>
    Session,

    /// <summary>A drug, oxygen, or another medicine.</summary>
    Medicine,

    /// <summary>Something measured or rated.</summary>
    Score,

    /// <summary>Something that went wrong, or might.</summary>
    Event,

    /// <summary>Something said, written or changed in the room.</summary>
    Note,
}

/// <summary>What must be known of every event beside what it says: its row stands above the event itself.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class JournaledAttribute : Attribute
{
    /// <summary>An event whose decision asks more closely who may, or for which nobody is refused.</summary>
    public JournaledAttribute(string storedAs, EventKind kind) => (StoredAs, Kind) = (storedAs, kind);

    /// <summary>An event that is theirs only who have this right.</summary>
    public JournaledAttribute(string storedAs, EventKind kind, Right asks)
        : this(storedAs, kind) => Asks = asks;

    public string StoredAs { get; }

    public EventKind Kind { get; }

    public Right? Asks { get; }

    public bool OnAxis { get; init; }

    public bool OnTablet { get; init; }
}

/// <summary>The same for whoever reads it.</summary>
/// <param name="StoredAs">
/// The name in the journal. Once used it is never changed or given to another event, for signed records are read by it.
/// </param>
/// <param name="Kind">How the timeline marks it.</param>
/// <param name="Asks">What somebody must be allowed to do for it to be theirs; null where its decision asks more closely, or nobody is refused.</param>
/// <param name="OnAxis">Whether it is named on the time axis of the curve.</param>
/// <param name="OnTablet">Whether a tablet may take it while the server is away. What needs somebody else's say never is.</param>
public sealed record EventTraits(string StoredAs, EventKind Kind, Right? Asks, bool OnAxis, bool OnTablet)
{
    private static readonly FrozenDictionary<Type, EventTraits> Rows = typeof(SessionEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(SessionEvent)))
        .ToFrozenDictionary(type => type, type => Read(type.GetCustomAttribute<JournaledAttribute>() ?? throw new InvalidOperationException($"{type.Name} does not say how it is journaled.")));

    /// <summary>All events there are.</summary>
    public static IEnumerable<Type> Known => Rows.Keys;

    public static EventTraits Of(SessionEvent what) => Rows[what.GetType()];

    public static EventTraits Of(Type what) => Rows[what];

    private static EventTraits Read(JournaledAttribute says) => new(says.StoredAs, says.Kind, says.Asks, says.OnAxis, says.OnTablet);
}
