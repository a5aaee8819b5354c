using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Sessions.Bedside;

/// <summary>Something around the patient was changed: position, music, mask, light, warmth, a technique.</summary>
/// <param name="Kind">The id of its kind in the content, such as <c>music</c>.</param>
/// <param name="Says">In the words of that day's content, or of whoever typed it.</param>
[Journaled("comfort", EventKind.Note, Right.WriteAtTheChair, OnTablet = true)]
public sealed record ComfortChanged(string Kind, string Says) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{Says}.";
}

/// <summary>Somebody came into the room and stays.</summary>
/// <param name="As">What the person is to the patient, such as "therapist".</param>
[Journaled("came", EventKind.Note, Right.WriteAtTheChair, OnTablet = true)]
public sealed record PersonCame(string Name, string As) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{Name} ({As}) came.";
}

/// <summary>Somebody who was in the room left it.</summary>
[Journaled("left", EventKind.Note, Right.WriteAtTheChair, OnTablet = true)]
public sealed record PersonLeft(string Name) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{Name} left.";
}

/// <summary>The patient said that something is wrong, or wants something.</summary>
/// <param name="Kind">A symptom's id in the monitoring pack, or another word for what it is about.</param>
/// <param name="Says">What it is about, for people.</param>
/// <param name="Words">The patient's own words.</param>
[Journaled("concern", EventKind.Event, Right.WriteAtTheChair, OnTablet = true)]
public sealed record ConcernRaised(string Kind, string Says, string? Words = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Patient reports: {Says}{(Words is { } words ? $" (“{words}”)" : "")}.";
}

/// <summary>Somebody answered it: the time from the one to the other is how long the patient waited.</summary>
/// <param name="Concern">The entry that raised it.</param>
[Journaled("concern-answered", EventKind.Note, Right.WriteAtTheChair)]
public sealed record ConcernAnswered(Guid Concern, string How) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Answered: {How}.";
}

/// <summary>Somebody took over the care at this chair: who wrote the entry has it from now on.</summary>
/// <param name="From">Who had it before; null when nobody had.</param>
/// <param name="Told">What was handed over: how the patient is, what was given, what is due, what to look out for.</param>
[Journaled("taken-over", EventKind.Session)]
public sealed record CareTakenOver(Actor? From = null, string? Told = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{(From is { } from ? $"Taken over from {from.Name}" : "Took this chair")}{(Told is { } told ? $": {told}" : ".")}";
}
