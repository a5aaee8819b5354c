namespace Mooring.SystemTests.Clinics;

/// <summary>The PostgreSQL that all tests share, made when the first asks.</summary>
public static class PostgresServer
{
    private static readonly Lazy<PostgresCluster> Shared = new(Start);

    /// <summary>A connection string to a database that nobody else uses.</summary>
    /// <param name="template">The database it begins as a copy of; nobody may be connected to that one.</param>
    public static string NewDatabase(string? template = null) => Shared.Value.NewDatabase(template);

    public static void Stop()
    {
        if (Shared.IsValueCreated)
            Shared.Value.Dispose();
    }

    // Also when the run is broken off.
    private static PostgresCluster Start()
    {
        var cluster = PostgresCluster.Start(isDurable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
        return cluster;
    }
}
