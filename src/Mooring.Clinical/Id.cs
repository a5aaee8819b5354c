using System.Diagnostics.CodeAnalysis;

namespace Mooring.Clinical;

/// <summary>
/// The identity of a <typeparamref name="TOf"/>: a patient's id can not be handed in where a session's is wanted.
/// Ids sort by the time they were made (UUID version 7), and bind themselves in routes and on the command line.
/// </summary>
/// <typeparam name="TOf">What is identified.</typeparam>
public readonly record struct Id<TOf>(Guid Value) : IParsable<Id<TOf>>
{
    /// <summary>A new id, made at <paramref name="now"/>.</summary>
    public static Id<TOf> New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static Id<TOf> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<TOf> result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
