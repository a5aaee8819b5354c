using System.Globalization;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Dosing;

/// <summary>Whether the weight is fresh, and still the one the plan was made on.</summary>
internal static class WeightCheck
{
    public static IEnumerable<LimitFinding> Of(WeightRules rules, DoseRequest request, DateOnly today)
    {
        var days = today.DayNumber - request.Weight.On.DayNumber;
        yield return new(
            "weight-age",
            LimitLevel.Hard,
            days > rules.ValidFor.Value ? Finding.Met : Finding.NotMet,
            $"The weight is measured within {rules.ValidFor}.",
            string.Create(CultureInfo.InvariantCulture, $"{days} d"),
            rules.Because);

        if (request.PlannedWeight is not { } planned)
            yield break;

        var now = (decimal)request.Weight.Weight.Value;
        var before = (decimal)planned.Value;
        var change = Math.Abs(now - before) / before * 100;
        yield return new(
            "weight-changed",
            LimitLevel.Soft,
            change > (decimal)rules.Changed.Value ? Finding.Met : Finding.NotMet,
            $"The weight has changed by no more than {rules.Changed} since the plan.",
            $"{DoseLine.Print(change)} % ({planned} to {request.Weight.Weight})",
            rules.Because);
    }
}
