using System.Diagnostics;
using Mooring.Clinical;

namespace Mooring.Web.Pages.Bedside.Records;

/// <summary>Prints a page by a headless Chromium: the PDF is the page, so there is one layout to check.</summary>
public sealed class PdfPrinter
{
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
        var folder = Directory.CreateTempSubdirectory("mooring-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "record.html"), Path.Combine(folder.FullName, "record.pdf"));
            await File.WriteAllTextAsync(page, html, cancel);
            await Run(program, page, pdf, folder.FullName, cancel);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : new Refusal("WEB147", "Chromium printed nothing. Print the record page with the browser instead.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Run(string program, string page, string pdf, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--no-pdf-header-footer", $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
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
