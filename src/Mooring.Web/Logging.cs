using Microsoft.Extensions.Logging;

namespace Mooring.Web;

/// <summary>Where the server says what went wrong: each line with its time in UTC, for people or for a collector.</summary>
internal static class Logging
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    public static ILoggingBuilder WriteTo(this ILoggingBuilder log, ServerOptions options)
    {
        if (options.Log is { } own)
            return log.AddProvider(own);
        return options.IsJsonLog
            ? log.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, Utc.TrimEnd()))
            : log.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, Utc));
    }
}
