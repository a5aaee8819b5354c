using Mooring.Practice.Devices;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Secrets;

namespace Mooring.Practice;

/// <summary>What must be right before anybody is let in.</summary>
public sealed class StartUp(MooringDb db, CheckpointFile checkpoints, IKeyPlace keys, TelemetryWarmUp telemetry)
{
    /// <summary>Brings the tables up to this version, asks that every key is there, and knows again what devices said last.</summary>
    /// <exception cref="KeyIsMissingException">The data need a key that is not there; nobody is let in.</exception>
    public async Task Run(string dataFolder, CancellationToken cancel)
    {
        await Tables.Update(db, cancel);
        await KeysAreThere.Demand(db, dataFolder, keys, checkpoints, cancel);
        await telemetry.Run(cancel);
    }

    /// <summary>For a server that only shows a copy: no key is asked for.</summary>
    public async Task ToShow(CancellationToken cancel)
    {
        await Tables.Update(db, cancel);
        await telemetry.Run(cancel);
    }
}
