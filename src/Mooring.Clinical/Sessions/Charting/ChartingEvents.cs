using System.Text.Json.Serialization;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using static Mooring.Clinical.Sessions.Describe;

namespace Mooring.Clinical.Sessions.Charting;

public enum ValueSource
{
    Hand,
    Device,
}

/// <summary>One charted number, in the unit of its sign.</summary>
/// <param name="ObservedAt">When it was read, which may be before it was charted.</param>
/// <param name="Source">Typed by hand, or taken from a device by one tap.</param>
public sealed record ChartedValue(VitalSign Sign, double Value, DateTimeOffset ObservedAt, ValueSource Source = ValueSource.Hand)
{
    /// <summary>The device it came from.</summary>
    public string? Device { get; init; }

    /// <summary>The telemetry reading this points at.</summary>
    public string? Reading { get; init; }

    /// <summary>When it was measured by the device's own clock, where that differs by a second or more.</summary>
    public DateTimeOffset? DeviceAt { get; init; }

    /// <summary>Somebody looked twice, because the number is implausible.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>A set of vital signs was charted.</summary>
/// <param name="Position">In which a pressure was taken; null where nobody said.</param>
/// <param name="Site">Where its cuff was; null where nobody said.</param>
[Journaled("vitals", EventKind.Score, Right.ChartVitals, OnTablet = true)]
public sealed record VitalsCharted(IReadOnlyList<ChartedValue> Values, Position? Position = null, CuffSite? Site = null) : SessionEvent
{
    [JsonIgnore]
    public Cuff Cuff => new(Position, Site);

    internal override string InWords(MonitoringPack pack) => string.Join(", ", Values.Select(value => Measures.Print(value.Sign.Code, value.Value))) + (Cuff == Cuff.NotSaid ? "." : $", {Cuff.InWords}.");
}

/// <summary>Somebody rated the patient, or the patient did.</summary>
[Journaled("scale", EventKind.Score, Right.RateScales, OnTablet = true)]
public sealed record ScaleRated(Scale Scale, int Value, string? Note = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"{Measures.Print(Scale.Code, Value)}{With(Note)}.";
}

/// <summary>Pressure and pulse in one position.</summary>
public sealed record StandingReading(double Systolic, double Diastolic, double? HeartRate = null);

/// <summary>The orthostatic check: at rest, and after one and three minutes of standing.</summary>
/// <param name="From">Lying or sitting before standing up.</param>
/// <param name="AfterOne">Null when the patient could not stand that long.</param>
/// <param name="AfterThree">The same.</param>
[Journaled("orthostatic", EventKind.Score, Right.ChartVitals, OnTablet = true)]
public sealed record OrthostaticChecked(Position From, StandingReading Rest, bool Dizzy, StandingReading? AfterOne = null, StandingReading? AfterThree = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => $"Stood up from {Words(From)}: {StandingRule.Says(this)}.";
}

/// <param name="About">Null for a note about anything.</param>
[Journaled("note", EventKind.Note, Right.WriteAtTheChair, OnAxis = true, OnTablet = true)]
public sealed record NoteAdded(string Text, NoteAbout? About = null) : SessionEvent
{
    internal override string InWords(MonitoringPack pack) => About is { } about ? $"{Title(about)}: {Text}" : Text;
}

/// <summary>What is asked of every session, so that a note says it is about that.</summary>
public enum NoteAbout
{
    /// <summary>Who is with the patient, coming and going.</summary>
    Presence,

    Music,

    EyeMask,

    /// <summary>Imagery, breathing and other techniques.</summary>
    Technique,

    /// <summary>What the patient said, word for word.</summary>
    [JsonStringEnumMemberName("her-words")] PatientWords,
}
