namespace Mooring.Clinical.Sessions.Events;

/// <summary>Somebody took over the care at this chair: who wrote the entry has it from now on.</summary>
/// <param name="From">Who had it before; null when nobody had.</param>
/// <param name="Told">What was handed over: how the patient is, what was given, what is due, what to look out for.</param>
public sealed record CareTakenOver(Actor? From = null, string? Told = null) : SessionEvent;
