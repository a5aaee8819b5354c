using System.Text.Json.Serialization;

namespace Mooring.Clinical;

/// <summary>
/// Why something asked for was not done. A refusal is a value, never an exception: a person caused it and a person
/// can mend it.
/// </summary>
/// <param name="Code">Room and number, such as <c>SES101</c>; stable, so that scripts may rely on it.</param>
/// <param name="Sentence">One sentence for the person who asked: what is wrong, and what to do. What it says of times is printed where it is read, by <see cref="SentencePrinter"/>.</param>
/// <param name="At">The field or place the refusal is about, when there is one: <c>weight</c>, <c>doses[2].at</c>.</param>
public sealed record Refusal(string Code, [property: JsonIgnore] Sentence Sentence, [property: JsonPropertyOrder(1)] string? At = null)
{
    /// <summary>The sentence as it stands: that is all of it, where it has no values or was printed for its reader.</summary>
    public string Says => Sentence.ToString();
}
