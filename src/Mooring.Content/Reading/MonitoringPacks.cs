using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Vitals;
using Mooring.Content.Yaml;
using Mooring.Kinetics.Quantities;

namespace Mooring.Content.Reading;

/// <summary>Reads <c>content/monitoring/*.yaml</c>, and finds what is well written but makes no sense: LIB401 to LIB410.</summary>
public static class MonitoringPacks
{
    /// <summary>Every pack of a content folder; <c>File</c> is its whole path.</summary>
    public static IReadOnlyList<ContentRead<MonitoringPack>> ReadAll(string content) =>
        [.. ReadAll(new ContentReader(content)).Select(read => read with { File = Path.Combine(content, read.File) })];

    internal static IReadOnlyList<ContentRead<MonitoringPack>> ReadAll(ContentReader reader) =>
        [.. reader.Files("monitoring").Select(file => reader.Note(Checked(reader.Open<MonitoringPack>(file))))];

    /// <summary>One pack of a content folder, by its id.</summary>
    public static ContentRead<MonitoringPack> Read(string content, string id) => Checked(new ContentReader(content).Open<MonitoringPack>($"monitoring/{id}.yaml"));

    public static ContentRead<MonitoringPack> ReadText(string text, string name) => Checked(StrictYaml.ReadText<MonitoringPack>(text, name));

    private static ContentRead<MonitoringPack> Checked(ContentRead<MonitoringPack> read)
    {
        if (!read.IsSound)
            return read;
        LibraryFault[] faults = [.. Faults(read.Value).Select(fault => new LibraryFault(fault.Code, read.File, 0, fault.Says))];
        return faults.Length == 0 ? read : read with { Value = null, Faults = faults };
    }

    private static IEnumerable<(string Code, string Says)> Faults(MonitoringPack pack)
    {
        var ids = pack.Gates.Select(gate => gate.Id).Concat(pack.Limits.Select(limit => limit.Id)).Concat(pack.Schedule.Select(round => round.Id))
            .Concat(pack.Discharge.Criteria.Select(criterion => criterion.Id)).Concat(pack.Pressure.Levels.Select(level => level.Id));
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            yield return ("LIB401", $"The id '{twice.Key}' is given twice.");

        foreach (var limit in pack.Limits)
        {
            var bounds = limit.Bounds.ToArray();
            if (bounds.Length != 1)
                yield return ("LIB402", $"'{limit.Id}' needs exactly one bound, and has {bounds.Length}.");
            foreach (var fault in bounds.SelectMany(bound => Unit(limit.Id, limit.Of, bound.Unit)))
                yield return fault;
        }

        foreach (var limit in pack.Limits.Where(limit => limit.AfterDosing is { } after && (after <= TimeSpan.Zero || Scale.Find(limit.Of) is null || limit.Bounds.Any(bound => bound.Bound.IsRelative))))
            yield return ("LIB410", $"'{limit.Id}' is about what outlasts the dosing: it needs a time, and a bound of a scale that somebody rates.");

        foreach (var fault in pack.Discharge.Criteria.SelectMany(criterion => criterion.Measured.SelectMany(bound => Measured(criterion.Id, bound))))
            yield return fault;

        foreach (var says in LimitOrder.Faults(pack.Limits))
            yield return ("LIB406", says);

        foreach (var fault in pack.Notices is { } notices ? NoticeCheck.Faults(pack, notices) : [])
            yield return fault;

        foreach (var range in pack.Entry.Plausible)
        {
            foreach (var fault in Unit("plausible", range.Of, range.Low.Unit).Concat(Unit("plausible", range.Of, range.High.Unit)))
                yield return fault;
            if (range.Low.Value >= range.High.Value)
                yield return ("LIB404", $"The plausible range of '{range.Of}' ends before it begins.");
        }

        foreach (var differing in pack.Entry.Differs)
        {
            foreach (var fault in Unit("differs", differing.Of, differing.By.Unit))
                yield return fault;
            if (differing.By.Value <= 0 || differing.Within <= TimeSpan.Zero)
                yield return ("LIB404", $"How far '{differing.Of}' by hand may lie from the monitor must be more than nothing, and within a time.");
        }

        foreach (var fault in pack.Schedule.SelectMany(Round).Concat(pack.Pressure.Levels.SelectMany(Level)))
            yield return fault;
    }

    private static IEnumerable<(string Code, string Says)> Round(Round round)
    {
        foreach (var code in round.Measures.Where(code => !Measures.IsKnown(code)))
            yield return ("LIB403", $"'{round.Id}' measures '{code}', which is no vital sign and no scale.");
        if (round.At.Count == 0 || !round.At.Order().SequenceEqual(round.At) || round.At[0] <= TimeSpan.Zero)
            yield return ("LIB405", $"The times of '{round.Id}' must go forward from the anchor.");
    }

    private static IEnumerable<(string Code, string Says)> Level(PressureLevel level) =>
        new[] { level.SystolicAbove, level.SystolicAtLeast, level.DiastolicAbove, level.DiastolicAtLeast }
            .OfType<Quantity>()
            .SelectMany(bound => Unit(level.Id, "nibp-sys", bound.Unit));

    private static IEnumerable<(string Code, string Says)> Measured(string id, DischargeBound measured)
    {
        var bounds = measured.Bounds.ToArray();
        if (bounds.Length != 1)
            yield return ("LIB402", $"'{id}' needs exactly one bound of '{measured.Of}', and has {bounds.Length}.");
        foreach (var fault in bounds.SelectMany(bound => Unit(id, measured.Of, bound.Unit)))
            yield return fault;
        if (measured.OrBaselineWithin is { Unit: not "%" } near)
            yield return ("LIB403", $"'{id}' compares '{measured.Of}' with the baseline in {near.Unit}; write a percentage.");
    }

    private static IEnumerable<(string Code, string Says)> Unit(string id, string of, string unit)
    {
        if (Measures.UnitOf(of) is not { } expected)
            yield return ("LIB403", $"'{id}' is about '{of}', which is no vital sign and no scale.");
        else if (unit != expected)
            yield return ("LIB403", $"'{id}' is written in {unit}; {of} is in {expected}.");
    }
}
