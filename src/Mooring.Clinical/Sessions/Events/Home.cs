namespace Mooring.Clinical.Sessions.Events;

/// <summary>Who says that the patient is at home.</summary>
public enum Teller
{
    Patient,
    Escort,
    SomebodyElse,
}

/// <summary>The patient arrived at home; when, is when it happened.</summary>
/// <param name="Name">Who it was, when it was somebody else.</param>
public sealed record ArrivedHome(Teller SaidBy, string? Name = null, string? Note = null) : SessionEvent;
