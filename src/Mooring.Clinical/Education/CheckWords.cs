using System.Globalization;
using Mooring.Clinical.Monitoring;

namespace Mooring.Clinical.Education;

/// <summary>When a person's blood pressure is taken, in plain words: what they see most of all that is watched.</summary>
internal static class CheckWords
{
    private const string Pressure = "nibp-sys";

    /// <summary>"5, 10 and 15 minutes from the start, then every 10 minutes".</summary>
    public static string Of(IEnumerable<Round> rounds, EducationText text)
    {
        var round = rounds.FirstOrDefault(each => each.Measures.Contains(Pressure)
            && each.From is Anchor.FirstDose or Anchor.LastDose
            && each.While is During.Dosing or During.DosingAndRecovery);
        if (round is null)
            return text.Words["checks-often"];

        List<string> minutes = [.. round.At.Select(Minutes)];
        var at = minutes.Count == 1 ? minutes[0] : $"{string.Join(", ", minutes[..^1])} {text.Words["and"]} {minutes[^1]}";
        var first = PlanWords.Fill(text, round.From == Anchor.FirstDose ? "checks-from-start" : "checks-from-last", ("minutes", at));
        return round.ThenEvery is { } every ? $"{first}{PlanWords.Fill(text, "checks-then", ("minutes", Minutes(every)))}" : first;
    }

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);
}
