namespace Mooring.Clinical.Sessions.Events;

/// <summary>Pressure and pulse in one position.</summary>
public sealed record StandingReading(double Systolic, double Diastolic, double? HeartRate = null);

/// <summary>The orthostatic check: at rest, and after one and three minutes of standing.</summary>
/// <param name="From">Lying or sitting before standing up.</param>
/// <param name="AfterOne">Null when the patient could not stand that long.</param>
/// <param name="AfterThree">The same.</param>
public sealed record OrthostaticChecked(Position From, StandingReading Rest, bool Dizzy, StandingReading? AfterOne = null, StandingReading? AfterThree = null) : SessionEvent;
