namespace Mooring.Clinical.Sessions.Events;

/// <summary>Somebody rated the patient, or the patient did.</summary>
public sealed record ScaleRated(Scale Scale, int Value, string? Note = null) : SessionEvent;
