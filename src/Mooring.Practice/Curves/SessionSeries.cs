namespace Mooring.Practice.Curves;

/// <summary>Everything a session's chart draws. Times are seconds since 1970, in UTC.</summary>
/// <param name="Start">Where the time axis begins.</param>
/// <param name="Zone">The clinic's IANA time zone, for the axis.</param>
/// <param name="Signals">By the code of the vital sign.</param>
public sealed record SessionSeries(
    DateTimeOffset Start, string Zone, IReadOnlyDictionary<string, Track> Signals, IReadOnlyList<Mark> Events, PredictedBand? Prediction);

/// <summary>One signal: times and values, side by side, oldest first.</summary>
public sealed record Track(IReadOnlyList<double> T, IReadOnlyList<double> V);

/// <summary>Something that happened, on the same axis.</summary>
/// <param name="Kind">dose, hold, oxygen, medicine, adverse, note or step.</param>
public sealed record Mark(double T, string Kind, string Label);
