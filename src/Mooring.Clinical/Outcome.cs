using System.Diagnostics.CodeAnalysis;

namespace Mooring.Clinical;

/// <summary>What came of something asked for: the value, or every reason why not, all at once.</summary>
/// <typeparam name="T">What is returned when it was done.</typeparam>
public sealed class Outcome<T>
{
    private Outcome(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>The value; present exactly when <see cref="IsDone"/>.</summary>
    public T? Value { get; }

    /// <summary>Why not; empty exactly when <see cref="IsDone"/>.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Refusals.Count == 0;

    /// <summary>Done, where the value is an interface and so can not convert by itself.</summary>
    public static Outcome<T> Done(T value) => new(value, []);

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    public static Outcome<T> Refuse(params IReadOnlyList<Refusal> because) =>
        because.Count > 0 ? new(default, because) : throw new ArgumentException("A refusal needs a reason.", nameof(because));
}
