namespace Mooring.Devices.Readings;

/// <summary>What was kept apart, with the reason and the text as it was sent. Nothing is dropped and nothing guessed.</summary>
/// <param name="Code"><c>DEV2nn</c>.</param>
/// <param name="Says">Why it was not filed.</param>
/// <param name="At">The place, as <c>OBX[3]-5</c>.</param>
/// <param name="Raw">The segment, or the whole message, as it was sent.</param>
/// <param name="IsAlert">Someone should look: it seemed to be a vital sign and could not be trusted. False for what is simply not filed here.</param>
public sealed record Quarantined(string Code, string Says, string At, string Raw, bool IsAlert)
{
    /// <summary>In whose name it came; null for the first device of its message.</summary>
    public string? Device { get; init; }
}
