using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Kinetics.Regimens;

/// <summary>
/// A regimen as people type it, doses separated by semicolons: <c>35 mg iv over 40 min; 28 mg nasal at 5 min;
/// 0.5 mg/min iv from 0 min to 60 min</c>. Amounts are base; what a label states as hydrochloride says so,
/// <c>57.7 mg hydrochloride film at 0 min</c>, and is taken as the base in it. An infusion <c>from</c> without <c>to</c> is running still.
/// </summary>
public static partial class RegimenText
{
    private const RegexOptions Style =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly Dictionary<string, DoseRoute> Routes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iv"] = DoseRoute.Iv,
        ["im"] = DoseRoute.Im,
        ["nasal"] = DoseRoute.Nasal,
        ["in"] = DoseRoute.Nasal,
        ["oral"] = DoseRoute.Oral,
        ["po"] = DoseRoute.Oral,
        ["film"] = DoseRoute.Film,
        ["sublingual"] = DoseRoute.Sublingual,
        ["sl"] = DoseRoute.Sublingual,
    };

    /// <summary>Reads the whole text. Objections: KIN101 (a dose that can not be read), KIN102 (nothing there), KIN103 (not clear what counts).</summary>
    public static Answer<Regimen> Read(string text, Weight weight)
    {
        var doses = new List<Dose>();
        var wrong = new List<Objection>();
        var pieces = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (ReadDose(pieces[i], weight) is { } dose)
                doses.Add(dose);
            else
                wrong.Add(Unreadable(pieces[i], i));
        }

        var salts = pieces.Select(piece => SaltWord().Match(piece)).ToList();
        var marked = salts.Any(word => word.Success && Salt(word) != Quantities.Salt.Base);
        if (wrong.Count == 0 && marked && salts.Any(word => !word.Success))
            wrong.Add(new("KIN103", "Some amounts are marked as hydrochloride and others are not; write base or hydrochloride after each unit.", "regimen"));
        if (pieces.Length == 0)
            wrong.Add(new("KIN102", "The regimen is empty; write at least one dose, such as '35 mg iv over 40 min'.", "regimen"));
        return wrong.Count > 0 ? Answer<Regimen>.Object(wrong) : new Regimen(doses) { StatedAs = marked ? Quantities.Salt.Hydrochloride : Quantities.Salt.Base };
    }

    /// <summary>Reads a time such as <c>40 min</c>, <c>1.5h</c> or <c>90s</c>; null when it is none.</summary>
    public static TimeSpan? ReadTime(string text) =>
        TimeShape().Match(text.Trim()) is { Success: true } match ? Time(match, "n", "u") : null;

    private static Objection Unreadable(string piece, int index) => new(
        "KIN101",
        $"'{piece}' can not be read as a dose; write it like '35 mg iv over 40 min', '28 mg nasal at 5 min' or '0.5 mg/min iv from 0 min to 60 min' (routes: {string.Join(", ", Routes.Keys)}; amounts as base, or with 'hydrochloride' after the unit).",
        string.Create(CultureInfo.InvariantCulture, $"regimen[{index}]"));

    private static Dose? ReadDose(string piece, Weight weight) =>
        AmountShape().Match(piece) is { Success: true } amount ? ReadAmount(amount, weight)
        : RateShape().Match(piece) is { Success: true } rate ? ReadRate(rate, weight)
        : null;

    private static Dose? ReadAmount(Match match, Weight weight)
    {
        if (!Routes.TryGetValue(match.Groups["route"].Value, out var route))
            return null;

        var amount = LabelMass.Milligrams(Number(match, "n") * PerKilogram(match, weight), Salt(match)).AsBase;
        var at = match.Groups["at"].Success ? Time(match, "at", "atu") : TimeSpan.Zero;
        return match.Groups["over"].Success
            ? Dose.Infusion.Over(amount, Time(match, "over", "overu"), route, at)
            : new Dose.Single(amount, route, at);
    }

    private static Dose.Infusion? ReadRate(Match match, Weight weight)
    {
        if (!Routes.TryGetValue(match.Groups["route"].Value, out var route))
            return null;

        var perMinute = LabelMass.Milligrams(Number(match, "n") * PerKilogram(match, weight), Salt(match)).AsBase.InMilligrams
            / (match.Groups["per"].Value.Equals("h", StringComparison.OrdinalIgnoreCase) ? 60 : 1);
        return new(
            Rate.MilligramsPerMinute(perMinute),
            route,
            Time(match, "from", "fromu"),
            match.Groups["to"].Success ? Time(match, "to", "tou") : null);
    }

    private static double PerKilogram(Match match, Weight weight) => match.Groups["kg"].Success ? weight.InKilograms : 1;

    private static Salt Salt(Match match) =>
        match.Groups["salt"].Value.StartsWith('h') || match.Groups["salt"].Value.StartsWith('H') ? Quantities.Salt.Hydrochloride : Quantities.Salt.Base;

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static TimeSpan Time(Match match, string number, string unit) => match.Groups[unit].Value.ToUpperInvariant() switch
    {
        "H" => TimeSpan.FromHours(Number(match, number)),
        "S" => TimeSpan.FromSeconds(Number(match, number)),
        _ => TimeSpan.FromMinutes(Number(match, number)),
    };

    [GeneratedRegex(@"\b(?<salt>base|hydrochloride|hcl)\b", Style)]
    private static partial Regex SaltWord();

    // At most so many digits: a longer number is a slip, and would not fit a time.
    [GeneratedRegex(@"^(?<n>\d{1,6}(\.\d{1,9})?)\s*(?<u>min|h|s)$", Style)]
    private static partial Regex TimeShape();

    [GeneratedRegex(@"^(?<n>\d{1,9}(\.\d{1,9})?)\s*mg(?<kg>/kg)?(\s+(?<salt>base|hydrochloride|hcl))?\s+(?<route>[a-z]+)(\s+over\s+(?<over>\d{1,6}(\.\d{1,9})?)\s*(?<overu>min|h|s))?(\s+at\s+(?<at>\d{1,6}(\.\d{1,9})?)\s*(?<atu>min|h|s))?$", Style)]
    private static partial Regex AmountShape();

    [GeneratedRegex(@"^(?<n>\d{1,9}(\.\d{1,9})?)\s*mg(?<kg>/kg)?/(?<per>min|h)(\s+(?<salt>base|hydrochloride|hcl))?\s+(?<route>[a-z]+)\s+from\s+(?<from>\d{1,6}(\.\d{1,9})?)\s*(?<fromu>min|h|s)(\s+to\s+(?<to>\d{1,6}(\.\d{1,9})?)\s*(?<tou>min|h|s))?$", Style)]
    private static partial Regex RateShape();
}
