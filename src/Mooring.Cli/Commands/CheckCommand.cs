using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Mooring.Content;
using Mooring.Web.Pages.Library;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring check</c>: is the clinical content sound, and does every rule do what its cases say?</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var content = new Option<string?>("--content") { Description = "The content folder; without it, the one of this program." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var vocabulary = new Option<bool>("--vocabulary") { Description = "Also print how many medicines, names and codes each value set knows, and from where." };
        var html = new Option<DirectoryInfo?>("--html") { Description = "Write all of it as pages for readers into this folder." };
        var whole = new Option<string?>("--as-it-runs") { Description = "Print only this file, such as monitoring/iv.yaml, whole as it runs: with its base, the very text that is hashed and signed." };
        var command = new Command("check", "Check the clinical content: reading, codes, citations, worked cases.") { content, json, vocabulary, html, whole };
        command.SetAction(async (parsed, cancel) =>
        {
            var check = ContentCheck.Of(parsed.GetValue(content) ?? ContentFolder.Find());
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(whole) is { } file)
                return Whole(check, file, output, error);
            var code = Run(check, parsed.GetValue(json), output, error);
            if (parsed.GetValue(vocabulary))
                ValueSets(check, parsed.GetValue(json) ? error : output);
            // What could not be read has no page; cases that fail do not keep anybody from reading.
            if (parsed.GetValue(html) is { } folder && check.Library.IsSound)
            {
                var pages = await ContentSite.Write(check, folder.FullName, cancel);
                await error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pages} pages are in {folder.FullName}; begin with index.html."));
            }

            return code;
        });
        return command;
    }

    private static int Whole(ContentCheck check, string file, TextWriter output, TextWriter error)
    {
        foreach (var fault in check.Faults)
            error.WriteLine(fault);
        if (check.Library.Texts.GetValueOrDefault(file) is not { } text)
        {
            error.WriteLine($"There is no file '{file}' in the content; name it like monitoring/iv.yaml.");
            return 2;
        }

        output.Write(text);
        error.WriteLine($"sha256 {check.Library.Review.Hashes[file]}");
        return check.IsSound ? 0 : 1;
    }

    private static int Run(ContentCheck check, bool json, TextWriter output, TextWriter error)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { sound = check.IsSound, check.Counts, check.Faults, check.Vocabulary }, CommandOutput.Json));
        }
        else
        {
            foreach (var fault in check.Faults)
                error.WriteLine(fault);
            output.WriteLine(check.IsSound ? "The content is sound." : $"The content has {check.Faults.Count} faults.");
            foreach (var (name, count) in check.Counts)
                output.WriteLine($"  {count,6}  {Words(name)}");
        }

        return check.IsSound ? 0 : 1;
    }

    private static void ValueSets(ContentCheck check, TextWriter output)
    {
        output.WriteLine($"  {"value set",-36} {"class",-14} {"medicines",9} {"names",6} {"Spanish",8} {"codes",6} {"seen in a source",17}");
        foreach (var set in check.ValueSets)
            output.WriteLine($"  {set.Id,-36} {(set.Class is { } of ? Words(of.ToString()) : "medicines"),-14} {set.Medicines,9} {set.Names,6} {set.Spanish,8} {set.Codes,6} {set.Seen,17}");
    }

    private static string Words(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' ');
}
