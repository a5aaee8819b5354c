using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Access;

/// <summary>
/// What was typed into a form whose sign-in had ended meanwhile. Nothing of it may be kept, because nobody is known to have
/// sent it; but it is shown once more to the browser that sent it, so that it is not lost.
/// </summary>
/// <param name="Page">Where it was typed.</param>
internal sealed record TypedInVain(string Page, IReadOnlyList<(string Name, string Value)> Fields)
{
    // More than anybody types; who is not signed in makes the server read no more.
    private const int MostBytes = 200_000;

    private static readonly object Place = new();
    private static readonly string[] Secrets = ["Password", "Again", "Secret", "Pin"];

    public static TypedInVain? In(HttpContext context) => context.Items[Place] as TypedInVain;

    /// <summary>Sets it aside and lets the answer be a page that shows it: 401. False for what is no form that a person sent.</summary>
    public static async Task<bool> Take(HttpContext context)
    {
        var request = context.Request;
        // A tablet keeps what it sends until it is signed in again; another site's form is nothing that anybody typed here.
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Headers.ContainsKey(WaitedEntry.IdHeader)
            || request.ContentLength is null or > MostBytes || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return false;
        var form = await request.ReadFormAsync(context.RequestAborted);
        context.Items[Place] = new TypedInVain(request.Path, [.. form.Where(field => IsTyped(field.Key)).SelectMany(
            field => field.Value.Select(value => (Name(field.Key), Value: value?.Trim() ?? ""))).Where(field => field.Value.Length > 0 && !Guid.TryParse(field.Value, out _))]);
        request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return true;
    }

    private static bool IsTyped(string name) => !name.StartsWith('_') && !Secrets.Any(secret => name.EndsWith(secret, StringComparison.OrdinalIgnoreCase)) && !name.EndsWith(".Shown", StringComparison.Ordinal);

    // Form.GivenName is the given name.
    private static string Name(string field) =>
        string.Concat(field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..].Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
