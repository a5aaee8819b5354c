using System.Globalization;
using Mooring.Clinical.Vitals;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Sessions.Dosing;

/// <summary>A number a pump reported, with the pump's name.</summary>
public sealed record PumpValue(string Device, double Value, DateTimeOffset At);

/// <summary>What the pumps at a chair have said in a session.</summary>
/// <param name="Volumes">The delivered total (157993), in mL, in any order.</param>
/// <param name="Rate">The rate it runs at (158014), in mL/h; null when none was heard.</param>
/// <param name="Setting">The rate it was programmed to (157784), in mL/h.</param>
public sealed record PumpReport(IReadOnlyList<PumpValue> Volumes, PumpValue? Rate = null, PumpValue? Setting = null)
{
    public bool IsSilent => Volumes.Count == 0 && Rate is null && Setting is null;
}

/// <summary>
/// What the pump says it gave beside what was charted. It is reported and never corrects anything: which of the two is
/// right, a person finds out.
/// </summary>
public sealed record PumpCheck
{
    /// <summary>Met: they agree, in what it gave and how fast. Not met: they differ by more than is allowed. Unknown: there is nothing to compare.</summary>
    public required Finding Agrees { get; init; }

    /// <summary>One sentence.</summary>
    public required Sentence Says { get; init; }

    /// <summary>The interval compared.</summary>
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public double? PumpMilliliters { get; init; }

    public double? ChartedMilliliters { get; init; }

    /// <summary>Null while the concentration is unknown.</summary>
    public Mass? PumpGave { get; init; }

    public Mass? Charted { get; init; }

    /// <summary>What the running rate shows, when it does not fit what was charted.</summary>
    public string? RateSays { get; init; }

    /// <summary>Null when no pump spoke in this session.</summary>
    public static PumpCheck? Of(Session session, PumpReport told, PumpTerms terms, DateTimeOffset now)
    {
        if (told.IsSilent)
            return null;
        var rate = PumpRates.Compare(session.Infusion, told, terms, now);
        var volume = Volume(session.Infusion, told.Volumes, terms);
        return volume with { RateSays = rate, Agrees = rate is not null && volume.Agrees == Finding.Met ? Finding.NotMet : volume.Agrees };
    }

    private static PumpCheck Volume(Infusion? infusion, IReadOnlyList<PumpValue> volumes, PumpTerms terms)
    {
        if (infusion is null)
            return Unknown("A pump reports at this chair; no infusion is charted to compare it with.");
        if (volumes.Select(value => value.Device).Distinct().Count() > 1)
            return Unknown("More than one pump reports at this chair; which of them carries the drug is not known.");

        var end = infusion.StoppedAt + terms.Settling ?? DateTimeOffset.MaxValue;
        var ordered = volumes.Where(value => value.At <= end).OrderBy(value => value.At).ToList();
        var first = Math.Max(0, ordered.FindLastIndex(value => value.At <= infusion.StartedAt));
        var during = ordered.Skip(first).ToList();
        if (during.Count < 2)
            return Unknown("The pump has not told what it delivered since the infusion began.");
        var (from, until) = (during[0], during[^1]);
        if (during.Zip(during.Skip(1)).FirstOrDefault(pair => pair.Second.Value < pair.First.Value) is { Second: { } reset })
            return Unknown(Sentence.Of("The pump's total was set back at {at}; what went in around then is not known.", ("at", reset.At))) with { From = from.At, Until = until.At };

        var pumped = until.Value - from.Value;
        if (infusion.Hung is not { Milliliters: > 0, Amount.InMilligrams: > 0 })
        {
            return Unknown($"The pump says {Plain(pumped)} mL; how much drug is in a milliliter is not known.") with
            {
                From = from.At,
                Until = until.At,
                PumpMilliliters = pumped,
            };
        }

        return Compared(infusion, from, until, pumped, terms);
    }

    private static PumpCheck Compared(Infusion infusion, PumpValue from, PumpValue until, double pumped, PumpTerms terms)
    {
        var charted = infusion.Given(until.At) - infusion.Given(from.At);
        var milliliters = charted.InMilligrams / infusion.MilligramsPerMilliliter;
        var allowed = Math.Max(terms.VolumeLeast.Value, milliliters * terms.VolumeShare.Value / 100);
        var difference = pumped - milliliters;
        var gave = Mass.Milligrams(pumped * infusion.MilligramsPerMilliliter);
        var sums = $"The pump says {Plain(pumped)} mL ({Plain(gave.InMilligrams)} mg), charted are {Plain(milliliters)} mL ({Plain(charted.InMilligrams)} mg)";
        var agrees = Math.Abs(difference) <= allowed;
        return new()
        {
            Agrees = agrees ? Finding.Met : Finding.NotMet,
            Says = agrees
                ? $"{sums}: they agree within {Plain(allowed)} mL."
                : $"{sums}: {Plain(Math.Abs(difference))} mL {(difference > 0 ? "more" : "less")} at the pump than charted, beyond the {Plain(allowed)} mL allowed.",
            From = from.At,
            Until = until.At,
            PumpMilliliters = pumped,
            ChartedMilliliters = milliliters,
            PumpGave = gave,
            Charted = charted,
        };
    }

    private static PumpCheck Unknown(Sentence says) => new() { Agrees = Finding.Unknown, Says = says };

    internal static string Plain(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
