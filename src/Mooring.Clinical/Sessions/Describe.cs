using System.Globalization;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions.Charting;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions;

/// <summary>One sentence for each event, as the timeline and the record print it, and the words that many of them share.</summary>
public static class Describe
{
    /// <summary>What happened, without who and when.</summary>
    public static string What(SessionEvent what, MonitoringPack pack) => what.InWords(pack);

    /// <summary>What a note is about, as a heading.</summary>
    public static string Title(NoteAbout about) => about switch
    {
        NoteAbout.Presence => "Present",
        NoteAbout.Music => "Music",
        NoteAbout.EyeMask => "Eye mask",
        NoteAbout.PatientWords => "In the patient's words",
        _ => "Technique",
    };

    internal static string With(string? more) => string.IsNullOrWhiteSpace(more) ? "" : $", {more}";

    internal static string Mg(Mass amount) => $"{N(amount.InMilligrams)} mg";

    internal static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
