using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>A visitor who follows every link, and notes what is wrong with the pages on the way.</summary>
/// <param name="judged">The kinds of page that somebody has looked at closely already.</param>
/// <param name="most">How many pages of one kind are opened: their patients and sessions are at different stages.</param>
internal sealed partial class Walk(IPage page, HashSet<string> judged, int most)
{
    // The last is what a tablet is at 200 %.
    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1024, 768), (1440, 900), (512, 384)];

    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> from = new(StringComparer.Ordinal);

    private readonly List<string> wrong = [];

    public IReadOnlyList<string> Wrong => wrong;

    public async Task From(IReadOnlyList<string> addresses)
    {
        var at = "";
        page.Console += (_, said) => { if (said.Type == "error") wrong.Add($"{at} console: {said.Text}"); };
        page.PageError += (_, says) => wrong.Add($"{at} script: {says}");
        var ahead = new Queue<string>(addresses);
        var known = new HashSet<string>(addresses, StringComparer.Ordinal);
        while (ahead.TryDequeue(out at!))
        {
            var kind = Item().Replace(Id().Replace(Shelf().IsMatch(at) ? at : at.Split('?')[0], "{id}"), "{item}");
            if (opened.GetValueOrDefault(kind) >= most)
                continue;
            opened[kind] = opened.GetValueOrDefault(kind) + 1;
            await Look(at, kind);
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + (a.pathname == '/devices/device' || a.pathname == '/library' ? a.search : ''))"))
            {
                if (Apart().IsMatch(link) || !known.Add(link))
                    continue;
                ahead.Enqueue(link);
                from[link] = at;
            }
        }
    }

    private async Task Look(string at, string kind)
    {
        var answer = await page.GotoAsync(at);
        // Nobody is led to a door that is closed to them.
        if (answer!.Status != 200)
            wrong.Add($"{at} answered {answer.Status}, and {from.GetValueOrDefault(at, "the test")} leads there");
        var isNew = judged.Add(kind);
        if (!isNew && most == 1)
            return;
        foreach (var (width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            wrong.AddRange((await Looks.Wrong(page, width)).Select(says => $"{at} {says}"));
            if (isNew && Pictures.AreWanted)
                await Pictures.Take(page, FormattableString.Invariant($"{Name().Replace(kind, "-").Trim('-')}-{width}"));
        }

        if (isNew)
            wrong.AddRange((await Axe.Broken(page)).Select(says => $"{at} {says}"));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    // One page draws every item of a shelf of the library, and one every questionnaire; what they say is tested without a browser.
    [GeneratedRegex("(?<=^/library/[a-z-]+/).+|(?<=/questionnaires/enter/).+")]
    private static partial Regex Item();

    // The library is an index and its shelves.
    [GeneratedRegex("^/library\\?kind=")]
    private static partial Regex Shelf();

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex Name();

    // Files, ways out, and ways to do something.
    [GeneratedRegex("^/(enter|built|my/language|sign-out)|\\.pdf$|^/my/questionnaire/begin|^/my/check-in|^/patients/[^/]+/consent/sign")]
    private static partial Regex Apart();
}
