using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>No claim without a source that is there, no source that nothing cites, no source without a name.</summary>
internal static class CitationCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library)
    {
        var unread = library.References.Values.Where(source => source.Value.Unread).Select(source => source.Value.Id).ToHashSet(StringComparer.Ordinal);
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, content) in LibraryFiles.Of(library))
        {
            var claims = Claims.In(content);
            if (claims.Uncited > 0)
                yield return new("LIB140", file, 0, "Nothing is claimed without a because; cite a source.") { Near = "because: []" };
            foreach (var source in claims.Because.Where(because => unread.Contains(because.Source) && because.Kind != BasisKind.GeneralKnowledge).Select(because => because.Source).Distinct())
                yield return new("LIB145", file, 0, $"Nobody read '{source}': what is cited from it is general-knowledge until somebody does.") { Near = $"source: {source}" };
            foreach (var source in claims.Because.Select(because => because.Source).Distinct())
            {
                cited.Add(source);
                if (!library.References.ContainsKey(source))
                    yield return new("LIB141", file, 0, $"The source '{source}' is not in references.") { Near = $"source: {source}" };
            }
        }

        cited.UnionWith(VocabularyCheck.SeenIn(library));
        foreach (var fault in library.References.Values.Where(source => !cited.Contains(source.Value.Id)))
            yield return new("LIB142", fault.File, 0, $"Nothing cites '{fault.Value.Id}'; cite it or remove it.");
        foreach (var nameless in library.References.Values.Where(source => source.Value is { Title: null, Described: null }))
            yield return new("LIB143", nameless.File, 0, "A source needs its title, or a description where the title was not read.");
        foreach (var rule in library.Rules.Values.Where(rule => rule.Value.Because.Any(because => because.Supports is null)))
            yield return new("LIB144", rule.File, 0, "Say with 'supports' which part of the rule each source supports.") { Near = "because:" };
    }

    /// <summary>How often each kind of ground is cited in all content.</summary>
    public static IReadOnlyDictionary<BasisKind, int> Kinds(ClinicalLibrary library) => LibraryFiles.Of(library)
        .SelectMany(file => Claims.In(file.Content).Because)
        .GroupBy(because => because.Kind)
        .ToDictionary(same => same.Key, same => same.Count());
}
