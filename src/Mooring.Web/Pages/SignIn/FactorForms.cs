namespace Mooring.Web.Pages.SignIn;

/// <summary>What somebody types who sets up an app.</summary>
internal sealed class AppTyped
{
    public string? Sealed { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    /// <summary>The password of now; asked of who is signed in.</summary>
    public string? Old { get; set; }
}

/// <summary>What somebody types, and the browser adds, who makes a passkey.</summary>
internal sealed class PasskeyTyped
{
    public string? Credential { get; set; }

    public string? Name { get; set; }

    /// <summary>The password of now; asked of who is signed in.</summary>
    public string? Old { get; set; }
}
