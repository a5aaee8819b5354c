using System.Text.RegularExpressions;

namespace Mooring.Tests.Ratchets;

/// <summary>
/// Times and days are the clinic's wherever somebody reads them. Code that prints an instant, or makes a day of one, goes by
/// the clinic's zone; what is for programs, or for no clinic, is named here with its reason.
/// </summary>
public sealed partial class TimesForReaders
{
    // File, how many lines, and why each may.
    private static readonly Dictionary<string, int> MaySayUtc = new(StringComparer.Ordinal)
    {
        ["src/Mooring.Cli/Commands/AuditFile.cs"] = 1, // for programs
        ["src/Mooring.Cli/Commands/BackupCommand.cs"] = 1, // a copy of the whole deployment, of several clinics; it says UTC
        ["src/Mooring.Cli/Commands/DoseCommand.cs"] = 1, // the day of the machine it runs on: there is no clinic
        ["src/Mooring.Cli/Commands/ReadingsList.cs"] = 1, // for programs
        ["src/Mooring.Cli/Commands/RestoreCommand.cs"] = 1, // a copy of the whole deployment, as above
        ["src/Mooring.Cli/Commands/TerminologyOutput.cs"] = 1, // a release of the whole deployment, of several clinics; it says UTC
        ["src/Mooring.Cli/Commands/VerifiedOutput.cs"] = 1, // a proof, held by somebody outside the clinic; it says UTC
        ["src/Mooring.Cli/Doctoring/ClinicChecks.cs"] = 1, // the whole deployment, as above; it says UTC
        ["src/Mooring.Clinical/Clinic.cs"] = 1, // a day that was told without a time
        ["src/Mooring.Clinical/Journals/JournalProof.cs"] = 1, // a proof, as above
        ["src/Mooring.Clinical/Rules/RuleCase.cs"] = 1, // the cases of the content know no clinic
        ["src/Mooring.Clinical/Scheduling/Appointment.cs"] = 1, // the clock on the wall, and no instant
        ["src/Mooring.Clinical/SentenceValue.cs"] = 1, // for logs and programs; it says UTC
        ["src/Mooring.Clinical/Settings/SettingsWords.cs"] = 1, // opening hours: the clock on the wall, and no instant
        ["src/Mooring.Devices/Hl7/Timestamp.cs"] = 1, // for devices
        ["src/Mooring.Fhir/Mapping/EntryMapper.cs"] = 1, // by the clinic's clock, which is handed in
        ["src/Mooring.Fhir/Mapping/Gathering.cs"] = 1, // the same
        ["src/Mooring.Fhir/Mapping/LastPeriod.cs"] = 1, // a bound that allows for a day
        ["src/Mooring.Fhir/Mapping/ObservationMapper.cs"] = 1, // the same
        ["src/Mooring.Fhir/Mapping/PersonFile.cs"] = 1, // the day that another record wrote
        ["src/Mooring.Fhir/Mapping/PregnancyFacts.cs"] = 1, // by the clinic's clock, which is handed in
        ["src/Mooring.Practice/Patients/PersonChecks.cs"] = 1, // the same
        ["src/Mooring.Practice/Scheduling/SeriesDesk.cs"] = 2, // as chosen, by the clock on the wall
        ["src/Mooring.Storage/Audit/ArrivalSeals.cs"] = 1, // a proof, as above
        ["src/Mooring.Web/Components/Words.cs"] = 1, // for programs
        ["src/Mooring.Web/Layout/App.razor"] = 1, // for the page's script
        ["src/Mooring.Web/Pages/Schedule/BookWords.cs"] = 2, // the clock on the wall, and no instant
        ["src/Mooring.Web/Pages/Schedule/InSeries/SeriesTyped.cs"] = 1, // the same
    };

    [Fact]
    public void Are_the_clinics_in_every_sentence_and_on_every_page()
    {
        var found = Read().SelectMany(file => file.Lines.Where(Prints).Select(line => (file.Path, Line: line.Trim()))).ToList();

        var counted = found.GroupBy(place => place.Path).ToDictionary(lines => lines.Key, lines => lines.Count(), StringComparer.Ordinal);
        var differs = counted.Keys.Union(MaySayUtc.Keys).Where(path => counted.GetValueOrDefault(path) != MaySayUtc.GetValueOrDefault(path)).Order(StringComparer.Ordinal).ToList();
        Assert.True(differs.Count == 0, string.Join('\n', differs.Select(path => $"{path}: {counted.GetValueOrDefault(path)}, not {MaySayUtc.GetValueOrDefault(path)}\n  {string.Join("\n  ", found.Where(place => place.Path == path).Select(place => place.Line))}")));
    }

    // The canaries: what a nurse in Chicago would read wrongly.
    [Theory]
    [InlineData("""private static string Clock(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);""")]
    [InlineData("""at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)""")]
    [InlineData("""$"It ended at {ended:yyyy-MM-dd HH:mm}." """)]
    [InlineData("""$"It ended at {ended:t}." """)]
    [InlineData("""ended.ToString("u")""")]
    [InlineData("""ended.ToShortTimeString()""")]
    [InlineData("""Words.Day(DateOnly.FromDateTime(Decision.At.UtcDateTime))""")]
    [InlineData("""history.GroupBy(mark => mark.At.UtcDateTime.Date)""")]
    [InlineData("""var today = clock.GetUtcNow().Date;""")]
    public void Would_see_a_time_that_no_clinic_has(string line) => Assert.True(Prints(line));

    [Theory]
    [InlineData("""Words.Day(clinic.DayOf(decision.At))""")]
    [InlineData("""Sentence.Of("It ended at {ended}.", ("ended", ended))""")]
    [InlineData("""until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)""")]
    [InlineData("""/// <summary>Such as 10:30, in HH:mm.</summary>""")]
    public void Would_not_mind_a_time_of_the_clinic(string line) => Assert.False(Prints(line));

    private static bool Prints(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !Converted().IsMatch(line) && (Instant().IsMatch(line) || Day().IsMatch(line));

    private static IEnumerable<(string Path, string[] Lines)> Read()
    {
        var root = Docs.Checkout.Root;
        return Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), file))
            .Where(file => !file.Item1.Split('/').Any(folder => folder is "obj" or "bin" or "Migrations" or "node_modules"))
            .Select(file => (file.Item1, File.ReadAllLines(file.file)));
    }

    // A pattern with hours, a zone, or one of the named patterns that show a time.
    [GeneratedRegex("""ToString\("[^"]*(?:[hH]{1,2}:mm|zzz)[^"]*"|ToString\("[urRsfFgGtT]"|\{[^{}"]*:[^{}"]*(?:[hH]{1,2}:mm|zzz)[^{}"]*\}|\{[\w.!]*(?:[aA]t|[eE]nded|[bB]egan|[sS]ince|[uU]ntil|[nN]ow):[urRsfFgGtT]\}|To(?:Short|Long)(?:Time|Date)String\(|(?:UtcDateTime|GetUtcNow\(\))\.ToString\(""", RegexOptions.None, 1000)]
    private static partial Regex Instant();

    // The zone is asked in the same line.
    [GeneratedRegex(@"\b(?:LocalTime|ConvertTime)\(", RegexOptions.None, 1000)]
    private static partial Regex Converted();

    [GeneratedRegex("""DateOnly\.FromDateTime\(|(?:UtcDateTime|UtcNow|GetUtcNow\(\)|GetLocalNow\(\))\.Date\b""", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
