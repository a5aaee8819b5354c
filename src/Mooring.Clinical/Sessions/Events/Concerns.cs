namespace Mooring.Clinical.Sessions.Events;

/// <summary>The patient said that something is wrong, or wants something.</summary>
/// <param name="Kind">A symptom's id in the monitoring pack, or another word for what it is about.</param>
/// <param name="Says">What it is about, for people.</param>
/// <param name="Words">The patient's own words.</param>
public sealed record ConcernRaised(string Kind, string Says, string? Words = null) : SessionEvent;

/// <summary>Somebody answered it: the time from the one to the other is how long the patient waited.</summary>
/// <param name="Concern">The entry that raised it.</param>
public sealed record ConcernAnswered(Guid Concern, string How) : SessionEvent;
