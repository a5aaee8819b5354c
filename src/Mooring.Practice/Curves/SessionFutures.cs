namespace Mooring.Practice.Curves;

/// <summary>Two futures of a session from one past: as planned, and with a change that somebody asked about. Nothing is changed by it.</summary>
/// <param name="Change">slow, pause or stop.</param>
/// <param name="Says">What was asked and how the two differ, in sentences.</param>
/// <param name="Now">Seconds since 1970; both futures agree until then.</param>
public sealed record SessionFutures(string Change, string Says, double Now, SessionFuture AsPlanned, SessionFuture IfChanged);

/// <param name="Milligrams">What will have been given by the end of the curve.</param>
public sealed record SessionFuture(PredictedBand Band, double Milligrams);
