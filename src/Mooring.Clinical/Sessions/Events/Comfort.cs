namespace Mooring.Clinical.Sessions.Events;

/// <summary>Something around the patient was changed: position, music, mask, light, warmth, a technique.</summary>
/// <param name="Kind">The id of its kind in the content, such as <c>music</c>.</param>
/// <param name="Says">In the words of that day's content, or of whoever typed it.</param>
public sealed record ComfortChanged(string Kind, string Says) : SessionEvent;

/// <summary>Somebody came into the room and stays.</summary>
/// <param name="As">What the person is to the patient, such as "therapist".</param>
public sealed record PersonCame(string Name, string As) : SessionEvent;

/// <summary>Somebody who was in the room left it.</summary>
public sealed record PersonLeft(string Name) : SessionEvent;
