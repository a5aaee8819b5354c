using System.CommandLine;
using System.Globalization;
using Mooring.Clinical;
using Mooring.Practice.Imports;

namespace Mooring.Cli.Commands;

/// <summary>What became of one imported file, for people and for scripts.</summary>
internal sealed record FileReport(string File, Outcome<ImportTally> Outcome)
{
    private const int MostRefusals = 20;

    private ImportTally Tally => Outcome.Value ?? new();

    public object Shape() => new
    {
        file = File,
        imported = Outcome.IsDone,
        patients = Tally.Patients,
        resources = Tally.Resources,
        notTaken = Tally.NotTaken,
        problems = Outcome.Refusals.Select(refusal => new Problem(refusal.Code, refusal.Says, refusal.At))
            .Concat(Tally.Problems.Select(says => new Problem(null, says, null))),
    };

    public async Task Say(InvocationConfiguration console, bool onlyRefusals)
    {
        foreach (var refusal in Outcome.Refusals.Take(MostRefusals))
            await console.Error.WriteLineAsync($"{refusal.Code}: {File}: {refusal.Says}{(refusal.At is null ? "" : $" (at {refusal.At})")}");
        if (Outcome.Refusals.Count > MostRefusals)
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"… and {Outcome.Refusals.Count - MostRefusals} more in {File}."));
        if (!Outcome.IsDone)
            await console.Error.WriteLineAsync($"Nothing of {File} was kept.");
        else if (!onlyRefusals)
            await console.Output.WriteLineAsync(string.Join(Environment.NewLine, Lines()));
    }

    private IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{File}: patients {Tally.Patients.Added} added, {Tally.Patients.Updated} updated, {Tally.Patients.Unchanged} unchanged");
        foreach (var (type, count) in Tally.Resources)
        {
            var why = count.Why.Count == 0 ? "" : $" ({string.Join(", ", count.Why.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} {each.Key}")))})";
            yield return string.Create(CultureInfo.InvariantCulture, $"  {type}: {count.Taken} taken, {count.Unchanged} unchanged, {count.Skipped} skipped{why}");
        }

        if (Tally.NotTaken.Count > 0)
            yield return $"  Not taken: {string.Join(", ", Tally.NotTaken.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} {each.Key}")))}";
        foreach (var problem in Tally.Problems)
            yield return $"  Look at this: {problem}";
        if (Tally.Patients.Added + Tally.Patients.Updated > 0)
            yield return "  What was imported is on the lists, but no list counts as reviewed until a clinician goes through it.";
    }

    private sealed record Problem(string? Code, string Says, string? At);
}
