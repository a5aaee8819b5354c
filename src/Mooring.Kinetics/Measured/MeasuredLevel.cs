using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Measured;

/// <summary>A level that a laboratory found.</summary>
/// <param name="At">When the blood was drawn, from the start of the regimen.</param>
/// <param name="Level">Ketamine or esketamine as base in plasma. What a laboratory reports as hydrochloride is converted by <see cref="LabelMass"/> first.</param>
/// <param name="Site">Where the blood was drawn.</param>
/// <param name="Assay">How it was measured, kept with the result.</param>
public sealed record MeasuredLevel(TimeSpan At, Concentration Level, SamplingSite Site, string Assay);
