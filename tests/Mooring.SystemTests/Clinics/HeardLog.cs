using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mooring.SystemTests.Clinics;

/// <summary>Keeps what a server says, for tests of what it says.</summary>
internal sealed class HeardLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Says)> heard = new();

    /// <summary>What whoever operates the server would see, in order.</summary>
    public IReadOnlyList<string> Loud => [.. heard.Where(line => line.Level >= LogLevel.Warning).Select(line => $"{line.Level}: {line.Says}")];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        heard.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose()
    {
    }
}
