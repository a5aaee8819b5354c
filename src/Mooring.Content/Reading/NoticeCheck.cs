using Mooring.Clinical.Monitoring;

namespace Mooring.Content.Reading;

/// <summary>Every measurement with a limit belongs to one group of notices and says how steady it must be: LIB407 to LIB409.</summary>
internal static class NoticeCheck
{
    public static IEnumerable<(string Code, string Says)> Faults(MonitoringPack pack, NoticeRule rule)
    {
        foreach (var of in pack.Limits.Select(limit => limit.Of).Distinct(StringComparer.Ordinal))
        {
            if (rule.Groups.Count(group => group.Of.Contains(of)) != 1)
                yield return ("LIB407", $"'{of}' has limits and must stand in exactly one group of notices.");
        }

        foreach (var of in rule.Groups.SelectMany(group => group.Of).Concat(rule.Signals.Select(signal => signal.Of)).Concat(rule.Losses.Select(loss => loss.Of)).Where(of => !Measures.IsKnown(of)).Distinct(StringComparer.Ordinal))
            yield return ("LIB403", $"'{of}' is no vital sign and no scale.");
        foreach (var signal in rule.Signals.Where(signal => Measures.UnitOf(signal.Of) is { } unit && signal.Margin.Unit != unit))
            yield return ("LIB403", $"The margin of '{signal.Of}' is written in {signal.Margin.Unit}; it is in {Measures.UnitOf(signal.Of)}.");
        foreach (var signal in rule.Signals.Where(signal => signal.Margin.Value < 0 || signal.Persists < TimeSpan.Zero))
            yield return ("LIB408", $"Margin and time of '{signal.Of}' are not less than nothing.");
        foreach (var loss in rule.Losses.Where(loss => loss.After <= TimeSpan.Zero))
            yield return ("LIB408", $"The time of '{loss.Id}' is more than nothing.");
        foreach (var id in rule.Groups.Where(group => group.Actions.Count == 0).Select(group => group.Id).Concat(rule.Losses.Where(loss => loss.Actions.Count == 0).Select(loss => loss.Id)))
            yield return ("LIB409", $"'{id}' offers nothing to say when it is acknowledged.");
        foreach (var twice in rule.Groups.Select(group => group.Id).Concat(rule.Losses.Select(loss => loss.Id)).Concat(rule.Symptoms.Select(symptom => symptom.Id)).GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return ("LIB401", $"The id '{twice.Key}' is given twice.");
    }
}
