using System.Globalization;
using Mooring.Clinical.Vitals;

namespace Mooring.Clinical.Monitoring;

/// <summary>Vital signs and scales share one set of codes, so that schedules and limits speak of both.</summary>
public static class Measures
{
    /// <summary>What a score counts as in content, where every number has a unit.</summary>
    public const string Score = "{score}";

    public static bool IsKnown(string code) => VitalSign.Find(code) is not null || Scale.Find(code) is not null;

    /// <summary>The UCUM unit of a code; null when the code is unknown.</summary>
    public static string? UnitOf(string code) => VitalSign.Find(code)?.Unit ?? (Scale.Find(code) is null ? null : Score);

    public static string NameOf(string code) => VitalSign.Find(code)?.Name ?? Scale.Find(code)?.Name ?? code;

    /// <summary>"Systolic 172 mmHg", "Sedation (MOAA/S) 4", for people.</summary>
    public static string Print(string code, double value, bool named = true)
    {
        var sign = VitalSign.Find(code);
        if (Scale.Find(code) is { Answers.Count: > 0 } scale)
            return named ? $"{scale.Name} {scale.Say(value)}" : scale.Say(value);
        var number = value.ToString(sign?.Decimals == 1 ? "0.0" : "0.##", CultureInfo.InvariantCulture);
        var unit = sign?.Unit switch
        {
            null => "",
            "mm[Hg]" => " mmHg",
            "%" => "%",
            "Cel" => " °C",
            var other => " " + other,
        };
        return named ? $"{NameOf(code)} {number}{unit}" : number + unit;
    }

    /// <summary>"170 mmHg or more", "below 92%", "40 mmHg or more above baseline".</summary>
    public static string PrintBound(string code, BoundKind kind, double value)
    {
        var number = Print(code, value, named: false);
        return kind switch
        {
            BoundKind.AtLeast => $"{number} or more",
            BoundKind.Above => $"above {number}",
            BoundKind.AtMost => $"{number} or less",
            BoundKind.Below => $"below {number}",
            BoundKind.RisesBy => $"{number} or more above baseline",
            _ => $"{number} or more below baseline",
        };
    }
}
