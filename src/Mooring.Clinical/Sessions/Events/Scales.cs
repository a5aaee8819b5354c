namespace Mooring.Clinical.Sessions.Events;

/// <summary>Somebody rated the patient, or she rated herself.</summary>
public sealed record ScaleRated(Scale Scale, int Value, string? Note = null) : SessionEvent;
