using Microsoft.AspNetCore.Http;

namespace Mooring.Web.Access;

/// <summary>
/// What was typed into a form whose sign-in had ended meanwhile. Nothing of it may be kept, because nobody is known to have
/// sent it; but it is shown once more to the browser that sent it, so that it is not lost.
/// </summary>
/// <param name="Page">Where it was typed.</param>
internal sealed record TypedInVain(string Page, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>All that was sent but secrets, where the screen was only locked: with a PIN it is sent once more. Null after a sign-in that has ended.</summary>
    public IReadOnlyList<(string Name, string Value)>? Again { get; init; }

    /// <summary>A PIN came with it, and was wrong.</summary>
    public bool IsWrong { get; init; }

    /// <summary>The field in which a form that met a lock brings the PIN with it, when it is sent once more.</summary>
    public const string UnlockField = "unlock";

    // More than anybody types; who is not signed in makes the server read no more.
    private const int MostBytes = 200_000;

    private static readonly object Place = new();
    private static readonly string[] Secrets = ["Password", "Again", "Secret", "Pin", UnlockField];

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
        context.Items[Place] = new TypedInVain(request.Path, Shown(form));
        request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return true;
    }

    /// <summary>The same for a screen that was locked meanwhile: 423, and nothing of it is lost.</summary>
    public static async Task<bool> TakeLocked(HttpContext context, bool isWrong)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength is null or > MostBytes)
            return false;
        var form = await request.ReadFormAsync(context.RequestAborted);
        context.Items[Place] = new TypedInVain(request.Path + request.QueryString, Shown(form))
        {
            Again = [.. form.Where(field => !IsSecret(field.Key)).SelectMany(field => field.Value.Select(value => (field.Key, Value: value ?? "")))],
            IsWrong = isWrong,
        };
        request.Method = HttpMethods.Get;
        context.Response.StatusCode = StatusCodes.Status423Locked;
        return true;
    }

    private static IReadOnlyList<(string Name, string Value)> Shown(IFormCollection form) => [.. form.Where(field => IsTyped(field.Key)).SelectMany(
        field => field.Value.Select(value => (Name(field.Key), Value: value?.Trim() ?? ""))).Where(field => field.Value.Length > 0 && !Guid.TryParse(field.Value, out _))];

    private static bool IsSecret(string name) => Secrets.Any(secret => name.EndsWith(secret, StringComparison.OrdinalIgnoreCase));

    private static bool IsTyped(string name) => !name.StartsWith('_') && !IsSecret(name) && !name.EndsWith(".Shown", StringComparison.Ordinal);

    // Form.GivenName is the given name.
    private static string Name(string field) =>
        string.Concat(field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..].Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
