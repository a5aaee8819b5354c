using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mooring.Clinical;
using Mooring.Clinical.Screening;
using Mooring.Content;
using Mooring.Fhir.Mapping;
using Mooring.Practice.Recognition;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring screen BUNDLE.json --protocol ID</c>: what the rules find in a patient's FHIR bundle.</summary>
public static class ScreenCommand
{
    public static Command Create()
    {
        var bundle = new Argument<FileInfo>("bundle") { Description = "A FHIR R4 bundle of one patient." };
        var protocol = new Option<string>("--protocol") { Description = "The protocol to screen for, such as TRD-IV-STD.", Required = true };
        var on = new Option<string?>("--on") { Description = "The day to screen for (2026-01-31); without it, today." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "The folder of a clinic's data, to recognize by the public releases that are loaded there." };
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var command = new Command("screen", "Screen a patient for a protocol.") { bundle, protocol, on, data, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(bundle), parsed.GetRequiredValue(protocol), parsed.GetValue(on), parsed.GetValue(data), parsed.GetValue(json), TimeProvider.System, parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(FileInfo file, string protocol, string? on, DirectoryInfo? data, bool json, TimeProvider clock, InvocationConfiguration to)
    {
        var library = LibraryLoad.From(ContentFolder.Find());
        if (!library.IsSound || library.Trials is null)
            return CommandOutput.Faulty(library.Faults, to.Error);
        if (!library.Scopes.TryGetValue(protocol, out var scope))
            return CommandOutput.Refused([new("CLI211", $"There is no protocol '{protocol}'; there are {string.Join(", ", library.Scopes.Keys)}.", "protocol")], to.Error);
        if (Day(on, clock) is not { } at)
            return CommandOutput.Refused([new("CLI212", $"'{on}' is not a day such as 2026-01-31.", "on")], to.Error);
        if (!file.Exists)
            return CommandOutput.Refused([new("CLI213", $"'{file}' is not there.", "bundle")], to.Error);

        if (data is { Exists: false })
            return CommandOutput.Refused([new("CLI215", $"There is no folder '{data}'.", "data")], to.Error);

        using var shelf = new TermCache(new(data?.FullName));
        var terms = shelf.Now();
        var words = library.Words with { Recognizer = library.Words.Recognizer.With(terms.Terms) };
        foreach (var problem in terms.Problems)
            to.Error.WriteLine(problem);
        var read = Read(file, FhirTerms.Of(library, terms.Terms), at);
        if (!read.IsDone)
            return CommandOutput.Refused(read.Refusals, to.Error);

        var resistance = TreatmentResistance.Assess(read.Value.Facts.Trials, library.Trials.Value, words.Recognizer);
        var facts = read.Value.Facts with { TreatmentResistant = resistance.Result };
        var findings = Screen.Evaluate(facts, scope, library.ScreeningRules, words, at);
        to.Output.WriteLine(json ? JsonSerializer.Serialize(Shape(scope.Id, findings, resistance, read.Value.Problems), CommandOutput.Json) : Sentences(findings));
        foreach (var problem in json ? [] : read.Value.Problems)
            to.Error.WriteLine($"Look at this: {problem}");
        return 0;
    }

    private static Outcome<ScreenedBundle> Read(FileInfo file, FhirTerms terms, DateTimeOffset at)
    {
        try
        {
            return file.Length > BundleCharts.BiggestBytes ? BundleCharts.TooBig : BundleFacts.Read(File.ReadAllBytes(file.FullName), terms, at);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new Refusal("CLI222", $"'{file}' can not be read: {unreadable.Message}");
        }
    }

    /// <summary>The end of the day asked for, so that what was measured on it counts.</summary>
    private static DateTimeOffset? Day(string? on, TimeProvider clock) =>
        on is null ? clock.GetUtcNow()
        : DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1)
            : null;

    private static object Shape(string protocol, IReadOnlyList<RuleFinding> findings, ResistanceResult resistance, IReadOnlyList<string> problems) => new
    {
        protocol,
        decision = Screen.Decide(findings),
        findings = findings.Select(finding => new
        {
            finding.Rule,
            finding.Level,
            finding.Finding,
            finding.Says,
            facts = finding.FactsUsed,
            finding.Because,
        }),
        treatmentResistance = new
        {
            result = resistance.Result switch { Finding.Met => "TRUE", Finding.NotMet => "FALSE", _ => "INDETERMINATE" },
            resistance.Count,
            trials = resistance.Trials,
        },
        problems,
    };

    private static string Sentences(IReadOnlyList<RuleFinding> findings) => string.Join(Environment.NewLine,
        findings.Where(finding => finding.Finding != Finding.NotMet)
            .Select(finding => $"{finding.Finding,-8} {finding.Level,-8} {finding.Rule,-13} {finding.Says}")
            .Prepend($"Decision: {Screen.Decide(findings)}"));
}
