using Mooring.SystemTests.Clinics;

[assembly: AssemblyFixture(typeof(SharedByAll))]

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// Ends what all tests share before the run is over: what is left to the end of the process must be done within ten
/// seconds, which a busy machine does not keep.
/// </summary>
public sealed class SharedByAll : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Browser.Close();
        await ClinicTemplate.Remove();
        PostgresServer.Stop();
    }
}
