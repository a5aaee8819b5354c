using System.Globalization;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Dosing;

/// <summary>How often somebody was dosed lately, the planned session included.</summary>
public static class DosingFrequency
{
    /// <param name="sessions">Days of dosing sessions, done and planned; order does not matter.</param>
    /// <param name="day">The day of the session in question.</param>
    public static IReadOnlyList<LimitFinding> Check(DoseRules rules, IReadOnlyCollection<DateOnly> sessions, DateOnly day) =>
    [
        .. from limit in rules.Exposure
           let since = day.AddDays(-(int)limit.Within.AsTime!.Value.TotalDays)
           let count = sessions.Count(each => each > since && each <= day)
           select new LimitFinding(
               limit.Id,
               LimitLevel.Soft,
               count > limit.Sessions ? Finding.Met : Finding.NotMet,
               limit.Says,
               string.Create(CultureInfo.InvariantCulture, $"{count} sessions in {limit.Within}"),
               limit.Because),
    ];
}
