using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mooring.Content;
using Mooring.Web.Assets;

namespace Mooring.Web.Pages.Library;

/// <summary>Writes the library as plain pages that need no server, for readers who never open its files.</summary>
public static class ContentSite
{
    /// <summary>Writes an index and one page an item below a folder, which is made when it is not there; returns how many.</summary>
    public static async Task<int> Write(ContentCheck check, string folder, CancellationToken cancel)
    {
        var (library, book) = (check.Library, new ContentBook(check.Library));
        var style = await InlineStyle.Read(cancel);
        // No request is behind these pages, and every component asks for one.
        await using var services = new ServiceCollection().AddHttpContextAccessor().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, new LoggerFactory());
        Directory.CreateDirectory(folder);
        await Put("index.html", "Clinical content", await Render<ContentIndex>(renderer, new()
        {
            [nameof(ContentIndex.Book)] = book,
            [nameof(ContentIndex.Counts)] = check.Counts.ToDictionary(count => ContentTree.Human(char.ToUpperInvariant(count.Key[0]) + count.Key[1..]), count => count.Value),
            [nameof(ContentIndex.IsReviewed)] = (Func<string, bool>)library.IsReviewed,
        }));
        foreach (var page in book.Pages)
        {
            Directory.CreateDirectory(Path.Combine(folder, page.Kind));
            await Put(page.Key + ".html", page.Title, "<nav class=\"no-print\"><p><a href=\"../index.html\">All content</a></p></nav>" + await Render<ContentArticle>(renderer, new()
            {
                [nameof(ContentArticle.Page)] = page,
                [nameof(ContentArticle.IsReviewed)] = library.IsReviewed(page.File),
                [nameof(ContentArticle.Link)] = (Func<string, string>)(key => $"../{key}.html"),
                [nameof(ContentArticle.Source)] = (Func<string, string>)(id => library.References.TryGetValue(id, out var source) ? source.Value.Shown : id),
            }));
        }

        return book.Pages.Count + 1;

        Task Put(string file, string title, string body) => File.WriteAllTextAsync(Path.Combine(folder, file), Html(title, style, body), cancel);
    }

    private static Task<string> Render<T>(HtmlRenderer renderer, Dictionary<string, object?> given)
        where T : IComponent => renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(given))).ToHtmlString());

    private static string Html(string title, string style, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{System.Net.WebUtility.HtmlEncode(title)}</title><style>{style}</style></head>
        <body><main class="page">{body}</main></body>
        </html>
        """;
}
