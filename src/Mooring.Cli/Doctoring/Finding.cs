namespace Mooring.Cli.Doctoring;

/// <summary>Something about an installation that is not as it should be.</summary>
/// <param name="Id">Its name for scripts; never changed.</param>
/// <param name="IsUnsafe">Whether patients or their data are at risk; otherwise it is worth a look.</param>
/// <param name="Says">What was found.</param>
/// <param name="Do">What to do about it.</param>
internal sealed record Finding(string Id, bool IsUnsafe, string Says, string Do);
