using System.Text.Json;

namespace Mooring.Cli.Demo;

/// <summary>How to come in, for people and for scripts: what <c>demo.json</c> holds.</summary>
internal sealed record DemoFile(string BaseUrl, int MllpPort, IReadOnlyDictionary<string, DemoSignIn> Roles)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string In(string folder) => Path.Combine(folder, "demo.json");

    public void Write(string folder) => File.WriteAllText(In(folder), JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>One role's way in.</summary>
/// <param name="Pin">Signs again, and unlocks a screen; null for the patient, who has none.</param>
internal sealed record DemoSignIn(string Link, string Token, string? Pin);
