namespace Mooring.Clinical.Recognition;

public enum EntryKind
{
    Medicine,
    Condition,
    Allergy,
}

/// <summary>
/// What a clinician of this clinic said that a text or code means which nothing knew: ingredients, value sets, or, with
/// neither, nothing that a rule looks for.
/// </summary>
/// <param name="Text">The part that was not recognized, as it was written; or the code.</param>
public sealed record Resolution(EntryKind Of, string Text, IReadOnlyList<string> Ingredients, IReadOnlyList<string> Sets);
