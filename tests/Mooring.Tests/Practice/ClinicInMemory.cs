using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Demo;
using Mooring.Practice;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Engine;
using Mooring.Storage.Secrets;

namespace Mooring.Tests.Practice;

/// <summary>
/// A clinic of its own on SQLite in memory: the real tables and the real desks, one person for each role, and a clock that
/// stands until it is moved. Tables and people are made once and copied for each test, so that a use case takes milliseconds.
/// </summary>
internal sealed class ClinicInMemory : IAsyncDisposable
{
    // A Monday, 9 in the morning in Chicago.
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<(SqliteConnection Tables, Clinic Clinic)>> Pattern = new(Founded);

    private readonly SqliteConnection tables;
    private readonly ServiceProvider services;
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mooring-desk-{Path.GetRandomFileName()}");

    private ClinicInMemory(SqliteConnection tables, Clinic clinic, ClinicalLibrary library)
    {
        (this.tables, Clinic) = (tables, clinic);
        services = Services(tables.ConnectionString, Clock, folder, library);
        Invented = new(services, clinic, Staff(clinic).ToDictionary(person => person.Role));
        Seats = new(Invented, Clock);
    }

    public Clinic Clinic { get; }

    public SetClock Clock { get; } = new(Morning);

    /// <summary>The same clinic, as those who invent pathways know it.</summary>
    public InventedClinic Invented { get; }

    /// <summary>Puts people into its chairs.</summary>
    public SeatBuilder Seats { get; }

    /// <param name="library">What it works by; the content that is shipped where nothing else is said.</param>
    public static async Task<ClinicInMemory> Open(ClinicalLibrary? library = null)
    {
        var (pattern, clinic) = await Pattern.Value;
        var tables = Tables();
        // One copy at a time: a connection is not for several threads.
        lock (pattern)
            pattern.BackupDatabase(tables);
        return new(tables, clinic, library ?? Clinical.Content.Library);
    }

    /// <summary>The member of staff who has this role.</summary>
    public static Actor Person(Role role) => Clinical.Content.As(IdOf(role), $"{role} Rowan", role);

    /// <summary>Somebody who is signed in and may do nothing.</summary>
    public static Actor Nobody { get; } = new(new Guid(99, 0, 0, new byte[8]), "Val Sorrel", Role.Biller);

    /// <summary>Somebody of this role asks a desk, in a scope of its own as a request has.</summary>
    public Task<T> As<TDesk, T>(Role role, Func<TDesk, Task<T>> ask)
        where TDesk : notnull => As(Person(role), ask);

    /// <summary>The same for whoever it is; null for nobody who is signed in.</summary>
    public async Task<T> As<TDesk, T>(Actor? actor, Func<TDesk, Task<T>> ask)
        where TDesk : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(Clinic.Id, actor);
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <summary>The same after the clinic was started anew with other content.</summary>
    public async Task<T> With<TDesk, T>(ClinicalLibrary library, Role role, Func<TDesk, Task<T>> ask)
        where TDesk : notnull
    {
        await using var anew = Services(tables.ConnectionString, Clock, folder, library);
        await using var scope = anew.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(Clinic.Id, Person(role));
        return await ask(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    /// <summary>Another number after anything was kept.</summary>
    public long Written
    {
        get
        {
            using var asked = tables.CreateCommand();
            asked.CommandText = "PRAGMA data_version";
            return (long)asked.ExecuteScalar()!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await tables.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static Guid IdOf(Role role) => new((int)role + 1, 0, 0, new byte[8]);

    private static SqliteConnection Tables()
    {
        var connection = new SqliteConnection($"Data Source=desk-{Path.GetRandomFileName()};Mode=Memory;Cache=Shared;Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task<(SqliteConnection, Clinic)> Founded()
    {
        var pattern = Tables();
        await using var services = Services(pattern.ConnectionString, new SetClock(Morning), Path.GetTempPath(), Clinical.Content.Library);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MooringDb>();
        await db.Database.EnsureCreatedAsync();
        var clinic = await scope.ServiceProvider.GetRequiredService<StaffDesk>().Found("Harbor Test Clinic", "America/Chicago", isDemo: true, default);
        db.AddRange(Staff(clinic));
        await db.SaveChangesAsync();
        return (pattern, clinic);
    }

    private static IEnumerable<StaffRow> Staff(Clinic clinic) => Enum.GetValues<Role>().Where(role => role != Role.Patient).Select(role => new StaffRow
    {
        Id = IdOf(role),
        ClinicId = clinic.Id,
        FullName = $"{role} Rowan",
        UserName = $"{role}",
        NormalizedUserName = $"{role}".ToUpperInvariant(),
        Role = role,
        Roles = [role],
    });

    private static ServiceProvider Services(string connection, TimeProvider clock, string folder, ClinicalLibrary library)
    {
        ServiceCollection all = new();
        all.AddLogging();
        all.AddSingleton(clock);
        all.AddPractice(new Database(connection, IsPostgres: false), library.Folder, folder, library);
        all.AddDataProtection();
        all.AddAccounts(new() { NeedsSecondPerson = false });
        all.AddSingleton(_ => Seal.In(Directory.CreateDirectory(folder).FullName));
        all.AddSingleton(provider => CheckpointKey.In(Directory.CreateDirectory(folder).FullName, provider.GetRequiredService<Seal>()));
        all.AddSingleton(_ => new CheckpointFile(CheckpointFile.In(Directory.CreateDirectory(folder).FullName)));
        return all.BuildServiceProvider();
    }
}
