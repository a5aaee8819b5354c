using Mooring.Kinetics;
using Mooring.Kinetics.Quantities;

namespace Mooring.Practice.Curves;

/// <summary>Where nine in ten people of the model's population would lie, and what must stand beside that.</summary>
public sealed record PredictedBand
{
    /// <summary>Seconds since 1970 for a session; since the first dose for a plan.</summary>
    public required IReadOnlyList<double> T { get; init; }

    public required IReadOnlyList<double> P5 { get; init; }

    public required IReadOnlyList<double> P50 { get; init; }

    public required IReadOnlyList<double> P95 { get; init; }

    public string Unit { get; init; } = "ng/mL";

    /// <summary>Name and version.</summary>
    public required string Model { get; init; }

    public required int Version { get; init; }

    /// <summary>Where the blood would be drawn.</summary>
    public required string Site { get; init; }

    /// <summary>Whom the model was made from.</summary>
    public required string Population { get; init; }

    /// <summary>What limits it, as sentences.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>Whether something still runs or is to come, so that it can be asked what a change would do.</summary>
    public bool GoesOn { get; init; }

    /// <summary>The highest middle value, and where it stands.</summary>
    public int Peak => Enumerable.Range(0, P50.Count).MaxBy(i => P50[i]);

    internal static PredictedBand Of(Band band, DateTimeOffset start) => new()
    {
        T = [.. band.Points.Select(point => (start + point.At).ToUnixTimeMilliseconds() / 1000.0)],
        P5 = Levels(band, spread => spread.Low),
        P50 = Levels(band, spread => spread.Median),
        P95 = Levels(band, spread => spread.High),
        Model = $"{band.Model.Name}, version {band.Model.Version}",
        Version = band.Model.Version,
        Site = $"{band.Model.Site.ToString().ToLowerInvariant()} plasma",
        Population = band.Model.Population,
        Caveats = [$"Made from: {band.Model.Population}.", .. band.Caveats],
    };

    private static IReadOnlyList<double> Levels(Band band, Func<Spread, Concentration> which) =>
        [.. band.Points.Select(point => Math.Round(which(point.Plasma).InNanogramsPerMilliliter, 2))];
}
