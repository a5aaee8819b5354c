using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>Each kind of task has one clock, and one that goes says to whom.</summary>
internal static class TaskCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        if (library.Tasks is not { } tasks)
            yield break;
        foreach (var kind in tasks.Value.Clocks.GroupBy(clock => clock.Kind, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return Fault($"The task '{kind.Key}' has {kind.Count()} clocks; write one.", kind.Key);
        foreach (var clock in tasks.Value.Clocks.Where(clock => clock.After is null != (clock.To.Count == 0)))
            yield return Fault($"The task '{clock.Kind}' says {(clock.After is null ? "to whom it goes, and not after how long" : "after how long it goes on, and not to whom")}.", clock.Kind);
        foreach (var clock in tasks.Value.Clocks.Where(clock => clock.To.Contains(Role.Patient)))
            yield return Fault($"The task '{clock.Kind}' goes to a patient; it is the work of staff.", clock.Kind);

        LibraryFault Fault(string says, string kind) => new("LIB432", tasks.File, 0, says) { Near = $"kind: {kind}" };
    }
}
