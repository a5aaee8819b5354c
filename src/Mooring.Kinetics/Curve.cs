using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics;

/// <summary>The typical person's curve, with everything that must stand beside it on a screen.</summary>
public sealed record Curve(KineticModel Model, IReadOnlyList<CurvePoint> Points, CurveSummary Summary, IReadOnlyList<string> Caveats);

/// <summary>Levels at one time. A metabolite is null where the model does not have it.</summary>
public sealed record CurvePoint(
    TimeSpan At,
    Concentration Plasma,
    Concentration Effect,
    Concentration? Norketamine,
    Concentration? Hydroxynorketamine);

/// <summary>Highest plasma level, its time, and the area under the plasma curve from 0 to <see cref="AucUntil"/>.</summary>
public sealed record CurveSummary(Concentration Cmax, TimeSpan Tmax, Exposure Auc, TimeSpan AucUntil);

/// <summary>Where nine in ten virtual patients lie. It leaves out the choice of model and the error of a measurement.</summary>
public sealed record Band(KineticModel Model, Population Population, IReadOnlyList<BandPoint> Points, IReadOnlyList<string> Caveats);

public sealed record BandPoint(TimeSpan At, Spread Plasma, Spread Effect, Spread? Norketamine, Spread? Hydroxynorketamine);

/// <summary>5th, 50th and 95th percentile.</summary>
public sealed record Spread(Concentration Low, Concentration Median, Concentration High);
