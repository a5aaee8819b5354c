namespace Mooring.Clinical.Recognition;

/// <summary>
/// An ending that international names of one class share, such as -azepam. An ingredient that only a loaded release knows
/// and that is named so may belong to what rules look for, so it stays unknown until somebody has judged it.
/// </summary>
public sealed record MedicineStem
{
    public required IReadOnlyList<string> Ends { get; init; }

    /// <summary>The value set that the class belongs to.</summary>
    public required string Of { get; init; }

    public required HowChecked Checked { get; init; }

    public string? SeenIn { get; init; }
}
