using Mooring.Clinical.Surveillance;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>What is asked and what is watched must exist, and each check must have something that does it.</summary>
internal static class TimingCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        if (library.Asking is { } asking)
        {
            var groups = asking.Value.Indications.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var id in asking.Value.Ask.Select(line => line.Instrument).Where(id => !IsInstrument(library, id)).Distinct())
                yield return new("LIB200", asking.File, 0, $"The instrument '{id}' is not in the library.");
            foreach (var id in asking.Value.Ask.SelectMany(line => line.For.Concat(line.NotFor)).Where(id => !groups.Contains(id)).Distinct())
                yield return new("LIB201", asking.File, 0, $"There is no group of indications '{id}'.");
            foreach (var line in asking.Value.Ask.Where(IsEndless))
                yield return new("LIB204", asking.File, 0, $"'{line.Id}' of {line.Instrument} is asked after a session and never expires; give it 'until' or 'every'.");
        }

        foreach (var check in library.Surveillance?.Value.Checks ?? [])
        {
            var file = library.Surveillance!.File;
            foreach (var id in check.Instruments.Where(id => !IsInstrument(library, id)))
                yield return new("LIB200", file, 0, $"The instrument '{id}' is not in the library.");
            foreach (var id in check.Measures.Where(id => library.Words.Measures.GetValueOrDefault(id)?.Code is null))
                yield return new("LIB202", file, 0, $"The measure '{id}' is not in codes, or has no code.");
            if (check.Instruments.Count + check.Measures.Count == 0 || check.Due.Count == 0)
                yield return new("LIB203", file, 0, $"The check '{check.Id}' would never be due or never be done.");
        }
    }

    private static bool IsInstrument(ClinicalLibrary library, string id) => library.Instruments.ContainsKey(id) || library.Forms.ContainsKey(id);

    private static bool IsEndless(Timing timing) => timing is { After: CountedFrom.Session, Until: null, Every: null, EverySessions: null };
}
