using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;

namespace Mooring.Practice.Bedside;

/// <summary>Numbers and words as people type them at the chair, with the refusal for what is none.</summary>
internal static class Typed
{
    /// <summary>The number, or a refusal added for the field it came from.</summary>
    public static double Number(string? text, string at, List<Refusal> refusals)
    {
        var read = TypedNumber.Read(text);
        if (read.Value is { } number)
            return number;
        refusals.Add(string.IsNullOrWhiteSpace(text)
            ? new("STO190", "Write the number.", at)
            : new("STO189", read.Asks ?? $"“{text}” is not a number; write it like 36 or 36.5.", at));
        return double.NaN;
    }

    /// <summary>The same, with no more decimals than the vital sign or the rating is written with.</summary>
    public static double Measure(string? text, string of, List<Refusal> refusals)
    {
        var number = Number(text, of, refusals);
        var decimals = VitalSign.Find(of)?.Decimals ?? 0;
        if (double.IsFinite(number) && Math.Round(number, decimals) != number)
            refusals.Add(new("STO178", decimals == 0 ? $"{Measures.NameOf(of)} is a whole number." : $"{Measures.NameOf(of)} has one decimal at most.", of));
        return number;
    }

    public static bool TryNumber(string? text, out double number)
    {
        number = TypedNumber.Read(text).Value ?? double.NaN;
        return double.IsFinite(number);
    }

    /// <summary>What is decided on an amount of the drug in mg, or the refusal of what is no number.</summary>
    public static Outcome<IReadOnlyList<SessionEvent>> Amount(string? typed, Func<Mass, Outcome<IReadOnlyList<SessionEvent>>> decide) =>
        Number(typed, "milligrams", milligrams => decide(Mass.Milligrams(milligrams)));

    /// <summary>What is decided on a number, or the refusal of what is none, for the field it came from.</summary>
    public static Outcome<IReadOnlyList<SessionEvent>> Number(string? typed, string at, Func<double, Outcome<IReadOnlyList<SessionEvent>>> decide)
    {
        List<Refusal> refusals = [];
        var number = Number(typed, at, refusals);
        return refusals.Count > 0 ? Outcome<IReadOnlyList<SessionEvent>>.Refuse(refusals) : decide(number);
    }

    /// <summary>The words without what surrounds them; null when there are none.</summary>
    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
