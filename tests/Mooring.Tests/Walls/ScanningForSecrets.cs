using System.Diagnostics;

namespace Mooring.Tests.Walls;

/// <summary>The scan of the repository, run on repositories of its own.</summary>
public sealed class ScanningForSecrets : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mooring-secrets-");

    [Theory]
    [InlineData("key.pem", "-----BEGIN EC PRIV", "ATE KEY-----")]
    [InlineData("settings.json", "\"api_key\": \"", "0123456789abcdef0123456789\"")]
    [InlineData("run.sh", "Host=db;Pass", "word=correcthorse")]
    [InlineData("notes.md", "ghp_", "0123456789012345678901234567890123456789")]
    public void Finds_what_looks_like_one_and_says_where(string file, string begins, string ends)
    {
        // In two parts, so that this file holds none.
        Add(file, "one\n" + begins + ends + "\n");

        var (code, said) = Scan();

        Assert.Equal(1, code);
        Assert.Contains($"{file}:2: looks like a secret", said, StringComparison.Ordinal);
        Assert.DoesNotContain(ends, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_what_holds_none_and_what_is_listed_as_invented()
    {
        Add("readme.md", "Password=${PASSWORD}\n");
        Add("supply/secrets-allowed.txt", "^tests/");
        Add("tests/key.pem", "-----BEGIN EC PRIV" + "ATE KEY-----\n");

        Assert.Equal(0, Scan().Code);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Add(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private (int Code, string Said) Scan()
    {
        Run("git", "init", "-q", folder.FullName);
        Run("git", "-C", folder.FullName, "add", "-A");
        return Run("bash", Path.Combine(Docs.Checkout.Root, "scripts", "secrets.sh"), folder.FullName);
    }

    private static (int, string) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C" } })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
