using Microsoft.Playwright;

namespace Mooring.SystemTests.Tour;

/// <summary>What an eye would stumble over on any page: it is wider than the screen, cut off, broken within a word, or speaks as a machine does.</summary>
internal static class Looks
{
    // Words that lie outside of the box that shows them; a table that is made to be pushed sideways may.
    private const string CutOff = """
        [...document.querySelectorAll('main, main *, aside, aside *, header, header *, nav, nav *')]
          .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).overflowX !== 'visible' && !one.matches('.scroll, input, textarea, select'))
          .map(one => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}`)
        """;

    // A word of which a part stands on the next line. Names of files, hashes and addresses have no place to break at.
    private const string Broken = """
        (() => {
          const found = new Set();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text; (text = texts.nextNode());) {
            const box = text.parentElement;
            if (!box || box.closest('script, style, option, code, pre, .hash, .unseen') || !box.checkVisibility?.()) continue;
            for (const word of text.data.matchAll(/(?<![\p{L}\p{N}_./-])\p{L}{3,19}(?![\p{L}\p{N}_./])/gu)) {
              const range = document.createRange();
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              const lines = [...range.getClientRects()].filter(line => line.width > 0.5);
              if (lines.length > 1 && Math.abs(lines[0].top - lines.at(-1).top) > 4) found.add(`${word[0]} in ${box.tagName.toLowerCase()}`);
            }
          }
          return [...found].slice(0, 5);
        })()
        """;

    // Two words, or a sentence and a link, with nothing between them: "5 of 11the last".
    private const string RunTogether = """
        (() => {
          const found = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text, before; (text = texts.nextNode());) {
            const box = text.parentElement;
            if (!text.data.trim() || box.closest('script, style, option, svg, .unseen') || !box.checkVisibility?.()) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const lines = [...range.getClientRects()].filter(line => line.width > 0.5);
            if (lines.length === 0) continue;
            const now = { words: text.data, first: lines[0], last: lines.at(-1) };
            if (before && Math.abs(before.last.bottom - now.first.bottom) < 6 && Math.abs(now.first.left - before.last.right) < 1.5
                && /[\p{L}\p{N}.,;%)]$/u.test(before.words) && /^[\p{L}\p{N}]/u.test(now.words))
              found.push(`${before.words.trim().slice(-30)}|${now.words.trim().slice(0, 30)}`);
            before = now;
          }
          return found.slice(0, 5);
        })()
        """;

    // 2026-11-29 19:34, 01:50 UTC: a clinic has a clock and days of its own.
    private const string Raw = """(document.body.innerText.match(/[^\n]{0,40}(\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d(:\d\d)? UTC|UTC[+-]\d)[^\n]{0,20}/g) ?? []).slice(0, 3)""";

    public static async Task<IReadOnlyList<string>> Wrong(IPage page, int width)
    {
        List<string> wrong = [];
        var over = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth");
        if (over > 1)
            wrong.Add(FormattableString.Invariant($"is {over} px wider than a screen of {width}"));
        foreach (var cut in await page.EvaluateAsync<string[]>(CutOff))
            wrong.Add(FormattableString.Invariant($"cuts words off on a screen of {width}: {cut}"));
        foreach (var word in await page.EvaluateAsync<string[]>(Broken))
            wrong.Add(FormattableString.Invariant($"breaks a word on a screen of {width}: {word}"));
        foreach (var words in await page.EvaluateAsync<string[]>(RunTogether))
            wrong.Add($"runs words together: {words}");
        foreach (var time in await page.EvaluateAsync<string[]>(Raw))
            wrong.Add($"says a time as machines do: {time}");
        return wrong;
    }
}
