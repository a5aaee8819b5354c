namespace Mooring.Kinetics;

/// <summary>
/// How many virtual patients make a band, and from which seed. The same patient meets every regimen with the same body
/// (common random numbers), so that what-if branches do not flicker.
/// </summary>
public sealed record Population(int Size = 1000, long Seed = 1);
