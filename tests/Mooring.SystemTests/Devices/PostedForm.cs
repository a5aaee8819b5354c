using System.Text.RegularExpressions;

namespace Mooring.SystemTests.Devices;

/// <summary>A form of a page, sent as a browser without script sends it.</summary>
internal static partial class PostedForm
{
    public static async Task<HttpResponseMessage> Post(this HttpClient visitor, string page, string handler, params (string Name, string Value)[] fields)
    {
        var html = await visitor.GetStringAsync(new Uri(page, UriKind.Relative));
        List<KeyValuePair<string, string>> sent = [new("_handler", handler), new("__RequestVerificationToken", Token().Match(html).Groups[1].Value)];
        sent.AddRange(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        using var body = new FormUrlEncodedContent(sent);
        return await visitor.PostAsync(new Uri(page, UriKind.Relative), body);
    }

    /// <summary>Signs out.</summary>
    public static async Task<HttpResponseMessage> Leave(HttpClient visitor)
    {
        var html = await visitor.GetStringAsync(new Uri("/patients", UriKind.Relative));
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(html).Groups[1].Value)]);
        return await visitor.PostAsync(new Uri("/sign-out", UriKind.Relative), body);
    }

    public static Task<string> Page(this HttpClient visitor, string page) => visitor.GetStringAsync(new Uri(page, UriKind.Relative));

    /// <summary>What proves that a form came from a page of ours.</summary>
    public static string TokenIn(string html) => Token().Match(html).Groups[1].Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
