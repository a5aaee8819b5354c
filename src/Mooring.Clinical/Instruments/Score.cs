namespace Mooring.Clinical.Instruments;

/// <summary>What a sheet of answers came to.</summary>
/// <param name="Total">Null when the sheet is too incomplete to score, or the instrument has no total.</param>
/// <param name="Band">The band or triage level; null when it is not known.</param>
/// <param name="Flags">What was raised, such as <c>suicidal-thoughts</c>.</param>
/// <param name="Opens">The steps that these flags open.</param>
/// <param name="Response">Beside an earlier sheet; null without one.</param>
public sealed record Score(
    string Instrument, double? Total, string? Band, IReadOnlyDictionary<string, double?> Subscores, IReadOnlyList<string> Flags,
    IReadOnlyList<string> Opens, bool Prorated, bool Complete, bool? Response, bool? Remission, bool? ReliableChange)
{
    /// <summary>A change that people on average notice; null where the instrument names none, or nothing was scored before.</summary>
    public bool? ImportantChange { get; init; }
}
