using System.Diagnostics;
using System.Globalization;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// How long a test waits for what must come: a bound for what never comes, and no claim about speed. A machine that does
/// much else keeps it; MOORING_PATIENCE multiplies what an idle one needs.
/// </summary>
public static class Patience
{
    private static readonly double Factor =
        double.TryParse(Environment.GetEnvironmentVariable("MOORING_PATIENCE"), CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 4;

    public static TimeSpan Long => Times(30);

    public static float LongInMilliseconds => (float)Long.TotalMilliseconds;

    /// <summary>A limit of the product, for a machine that is this much slower.</summary>
    public static TimeSpan Times(double seconds) => TimeSpan.FromSeconds(seconds * Factor);

    /// <summary>Waits for it; fails with these words when it never comes.</summary>
    public static Task Until(Func<bool> isSo, string missing) => Until(() => Task.FromResult(isSo()), () => missing);

    public static async Task Until(Func<Task<bool>> isSo, Func<string> missing)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(begun) > Long)
                Assert.Fail($"Not within {Long.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s: {missing()}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
