using System.Diagnostics.CodeAnalysis;

namespace Mooring.Kinetics;

/// <summary>Why something can not be computed, or a content file not be used. The room that asks turns it into a refusal.</summary>
/// <param name="Code">KIN1xx the regimen as text, KIN2xx the model's file, KIN3xx what was asked of the model. Stable.</param>
/// <param name="Says">One sentence: what is wrong, and what to do.</param>
/// <param name="At">The place: <c>weight</c>, <c>regimen[2]</c>, <c>parameters.CL</c>.</param>
public sealed record Objection(string Code, string Says, string? At = null);

/// <summary>What was computed, or every objection to computing it, all at once.</summary>
public sealed class Answer<T>
{
    private Answer(T? value, IReadOnlyList<Objection> objections) => (Value, Objections) = (value, objections);

    /// <summary>Present exactly when <see cref="IsGiven"/>.</summary>
    public T? Value { get; }

    public IReadOnlyList<Objection> Objections { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsGiven => Objections.Count == 0;

    public static implicit operator Answer<T>(T value) => new(value, []);

    public static Answer<T> Object(IReadOnlyList<Objection> because) =>
        because.Count > 0 ? new(default, because) : throw new ArgumentException("An objection needs a reason.", nameof(because));
}
