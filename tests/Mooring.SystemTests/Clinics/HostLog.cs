using Microsoft.Extensions.Logging;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// What servers under test say goes into the output of the test that started them, which is printed when that test fails:
/// most tests of faults make a server fail on purpose.
/// </summary>
internal sealed class HostLog : ILoggerProvider
{
    private const int Most = 200;

    private readonly ITestOutputHelper? output = TestContext.Current.TestOutputHelper;
    private int lines;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    // Several hosts of one test share it.
    public void Dispose()
    {
    }

    public void Write(string says)
    {
        if (Interlocked.Increment(ref lines) > Most)
            return;
        try
        {
            output?.WriteLine(says);
        }
        catch (InvalidOperationException)
        {
            // Its test is over: nobody will read it.
        }
    }

    private sealed class Category(HostLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write($"{logLevel} of {name}: {formatter(state, exception)} {exception}");
    }
}
