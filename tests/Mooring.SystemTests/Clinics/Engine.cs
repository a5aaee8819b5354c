namespace Mooring.SystemTests.Clinics;

/// <summary>The two databases; every storage contract holds on both.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

public static class Engines
{
    public static TheoryData<Engine> Both => [Engine.Sqlite, Engine.Postgres];
}
