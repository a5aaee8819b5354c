using System.Diagnostics;
using Mooring.Clinical;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>
/// Prints a page by a headless Chromium: the PDF is the page, so there is one layout to check. Chromium runs in its sandbox,
/// under a user with no rights where this server is root, and reads nothing but that page.
/// </summary>
public sealed class PdfPrinter
{
    // A page takes a second of one core; who waits for more than a minute has gone.
    private static readonly PdfTurns Turns = new(atOnce: 2, mostWaiting: 20, TimeSpan.FromSeconds(50));

    // Writes and passes, without seeing what lies there: for the user with no rights.
    private const UnixFileMode ForNobody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>The program named by MOORING_CHROMIUM, else the first of that kind on the path; null when there is none.</summary>
    public static string? Program() => Environment.GetEnvironmentVariable("MOORING_CHROMIUM") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Names, (folder, name) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The PDF, or why it could not be printed. Nothing of the record stays on disk.</summary>
    public static async Task<Outcome<byte[]>> Print(string html, CancellationToken cancel)
    {
        if (Program() is not { } program)
            return new Refusal("WEB140", "No Chromium is installed here, so no PDF can be made. Print the record page with the browser, or install chromium on the server.");
        return await Turns.Take(() => Now(program, html, cancel), cancel)
            ?? new Refusal("LIM203", "Many PDFs are being printed just now. Try again in a minute, or print the record page with the browser.");
    }

    private static async Task<Outcome<byte[]>> Now(string program, string html, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("mooring-print-");
        try
        {
            if (UnderNobody() is not null && !OperatingSystem.IsWindows())
                folder.UnixFileMode = ForNobody;
            var pdf = Path.Combine(folder.FullName, "record.pdf");
            await using (var page = new PdfPage(html))
                await Run(program, page, pdf, folder.FullName, cancel);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : new Refusal("WEB147", "Chromium printed nothing. Print the record page with the browser instead.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Chromium refuses its sandbox to root; under a user with no rights it has it. Null where this server is no root itself.
    private static string? UnderNobody() => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv") ? "/usr/bin/setpriv" : null;

    private static async Task Run(string program, PdfPage page, string pdf, string folder, CancellationToken cancel)
    {
        var under = UnderNobody();
        var start = new ProcessStartInfo(under ?? program) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = folder;
        string[] arguments =
        [
            .. under is null ? [] : new[] { "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs", "--", program },
            "--headless", .. Environment.IsPrivilegedProcess && under is null ? ["--no-sandbox"] : Array.Empty<string>(), "--disable-gpu",
            $"--proxy-server={page.Proxy}", "--proxy-bypass-list=<-loopback>", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--no-pdf-header-footer", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", page.Address,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var chromium = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var (output, error) = (chromium.StandardOutput.ReadToEndAsync(patience.Token), chromium.StandardError.ReadToEndAsync(patience.Token));
            await chromium.WaitForExitAsync(patience.Token);
            await Task.WhenAll(output, error);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Too slow: answered as nothing printed.
        }
        finally
        {
            if (!chromium.HasExited)
            {
                chromium.Kill(entireProcessTree: true);
                await chromium.WaitForExitAsync(CancellationToken.None);
            }
        }
    }
}
