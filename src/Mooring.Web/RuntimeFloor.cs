namespace Mooring.Web;

/// <summary>
/// The oldest .NET runtime on which a clinic is run. Below it, a flaw is known that lets somebody in: 10.0.0 to 10.0.6 took
/// forged cookies (CVE-2026-40372).
/// </summary>
public static class RuntimeFloor
{
    public static Version Lowest { get; } = new(10, 0, 7);

    /// <summary>What to do about a runtime that is too old; null when it is not.</summary>
    public static string? Below(Version running)
    {
        ArgumentNullException.ThrowIfNull(running);
        return running >= Lowest ? null : $"CLI150: This server would run on .NET {running}, in which flaws are known. Install .NET {Lowest} or newer, then start it again.";
    }
}
