namespace Mooring.Clinical;

/// <summary>
/// Why something asked for was not done. A refusal is a value, never an exception: a person caused it and a person
/// can mend it.
/// </summary>
/// <param name="Code">Room and number, such as <c>SES101</c>; stable, so that scripts may rely on it.</param>
/// <param name="Says">One sentence for the person who asked: what is wrong, and what to do.</param>
/// <param name="At">The field or place the refusal is about, when there is one: <c>weight</c>, <c>doses[2].at</c>.</param>
public sealed record Refusal(string Code, string Says, string? At = null);
