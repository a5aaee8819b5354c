using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mooring.Tests.Ratchets;

/// <summary>Nobody is called by a sex that they did not say, neither patients nor staff: not on a page, not in a text, a sentence, a comment or a name.</summary>
public sealed partial class WhatPeopleAreCalled
{
    // What recognizes a chart's own words has them, and so do its tests; this file names what it looks for. A licensed
    // instrument's own words would stand here too, with the instrument's file. A recorded pronoun is what the person said.
    private static readonly string[] TheWordsOfOthers =
    [
        "content/vocabulary/", "src/Mooring.Clinical/Recognition/", "src/Mooring.Fhir/Mapping/SaysNone.cs", "src/Mooring.Clinical/Patients/Pronoun.cs", "tests/Mooring.Tests/Clinical/Patients/RecordingPronouns.cs", "tests/Mooring.Tests/Clinical/Recognition/", "tests/Mooring.Tests/Golden/",
        "tests/Mooring.Tests/Ratchets/WhatPeopleAreCalled.cs",
    ];

    private static readonly string[] Written = [".cs", ".razor", ".yaml", ".md", ".ts", ".css", ".html", ".sh"];

    private static readonly Lazy<IReadOnlyList<string>> Files = new(() => [.. Tracked()]);

    [Fact]
    public void Assumes_no_sex_in_English() => Assert.Empty(Found(English(), _ => true));

    [Fact]
    public void Assumes_no_sex_in_Spanish() => Assert.Empty(Found(Spanish(), path => path.StartsWith("content/", StringComparison.Ordinal) || path.StartsWith("src/", StringComparison.Ordinal)));

    // The canaries: the walk reaches every kind of file, and each pattern finds what it is for and nothing else.
    [Fact]
    public void Would_be_seen_in_any_file()
    {
        Assert.All(Written, kind => Assert.Contains(Files.Value, path => path.EndsWith(kind, StringComparison.Ordinal)));
        Assert.True(Files.Value.Count > 1000, "Hardly any file was read: the walk is blind.");
        Assert.NotEmpty(Where(English(), Files.Value.Where(path => path.StartsWith("content/vocabulary/", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Ask her escort.")]
    [InlineData("<h1>Her limits</h1>")]
    [InlineData("The nurse signs in herself.")]
    [InlineData("as he or she wishes")]
    [InlineData("public void Ends_when_she_leaves()")]
    [InlineData("var text = HerWords;")]
    [InlineData("Title=\"She says\"")]
    public void Would_be_seen_in_English(string line) => Assert.Matches(English(), line);

    [Theory]
    [InlineData("Here is the other one; history, theirs, others")]
    [InlineData("new() { Pronoun = Pronoun.She }, or Pronoun.He")]
    [InlineData("acts: [pulse-checked, on-her-side]")]
    [InlineData("// An id that is kept for good: \"her-words\"")]
    public void Is_not_seen_in_other_words(string line) => Assert.DoesNotMatch(English(), line);

    [Theory]
    [InlineData("Usted permanece despierta.")]
    [InlineData("Hable con el médico.")]
    [InlineData("La paciente llega acompañada.")]
    [InlineData("¿Está lista?")]
    [InlineData("No se vaya sola.")]
    public void Would_be_seen_in_Spanish(string line) => Assert.Matches(Spanish(), line);

    private static List<string> Found(Regex word, Func<string, bool> where) =>
        Where(word, Files.Value.Where(path => where(path) && !TheWordsOfOthers.Any(start => path.StartsWith(start, StringComparison.Ordinal))));

    private static List<string> Where(Regex word, IEnumerable<string> files) =>
    [
        .. from path in files
           from line in File.ReadLines(Path.Combine(Docs.Checkout.Root, path)).Index()
           let match = word.Match(line.Item)
           where match.Success
           select FormattableString.Invariant($"{path}:{line.Index + 1}: “{match.Value}” in {line.Item.Trim()}"),
    ];

    private static IEnumerable<string> Tracked()
    {
        var start = new ProcessStartInfo("git", ["ls-files"]) { WorkingDirectory = Docs.Checkout.Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return paths.Where(path => Written.Contains(Path.GetExtension(path)) && !path.Contains("/Migrations/", StringComparison.Ordinal) && File.Exists(Path.Combine(Docs.Checkout.Root, path)));
    }

    // A whole word, a part of a test's name or of a type's name; an id with hyphens is kept for good and is no text.
    [GeneratedRegex(@"(?<![\p{L}\d-]|Pronoun\.)([Ss]he|[Hh]er|[Hh]ers|[Hh]erself|[Hh]e|[Hh]is|[Hh]im|[Hh]imself)(?![\p{L}\d-])|(?<![\p{Lu}\d])(She|Her|Hers|Herself|His|Him|Himself)(?=\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex English();

    [GeneratedRegex(
        @"(?<!\p{L})(él|ella|ellas|[ea]l paciente|la paciente|los pacientes|las pacientes|el médico|la médica|su médic[oa]|el doctor|la doctora|el enfermero|la enfermera|el terapeuta|la terapeuta"
        + @"|acompañad[oa]s?|preparad[oa]s?|despiert[oa]s?|cansad[oa]s?|maread[oa]s?|bienvenid[oa]s?|sentad[oa]s?|acostad[oa]s?|nervios[oa]s?|confundid[oa]s?|usted mism[oa]|sí mism[oa]"
        + @"|(usted|¿) ?está list[oa]|¿Está list[oa]|(vaya|venga|quede|queda|está|esté|usted) sol[oa])(?!\p{L})",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Spanish();
}
