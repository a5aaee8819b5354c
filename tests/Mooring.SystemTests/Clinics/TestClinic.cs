using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Demo;
using Mooring.Practice.Access;
using Mooring.Storage.Accounts;
using Mooring.Storage.Engine;
using Mooring.Web;
using Mooring.Web.Intake;

namespace Mooring.SystemTests.Clinics;

/// <summary>
/// A whole clinic of its own: real database, real host, one member of staff a role. Started, it listens on free
/// loopback ports; otherwise only its desks are used.
/// </summary>
public sealed class TestClinic : IAsyncDisposable
{
    // Read once for all tests: reading it is most of what a clinic of one's own costs.
    private static readonly Lazy<ClinicalLibrary> Content = new(() => LibraryLoad.From(ContentFolder.Find()));

    private readonly string folder;
    private readonly WebApplication app;

    private readonly InventedClinic invented;

    private TestClinic(string folder, WebApplication app, InventedClinic invented) => (this.folder, this.app, this.invented) = (folder, app, invented);

    public Clinic Clinic => invented.Clinic;

    public IReadOnlyDictionary<Role, StaffRow> Staff => invented.Staff;

    /// <summary>The same clinic, for whoever invents people in it.</summary>
    public InventedClinic Invented => invented;

    /// <summary>Puts people into its chairs.</summary>
    public SeatBuilder Seats => new(invented, app.Services.GetRequiredService<TimeProvider>());

    public IServiceProvider Services => app.Services;

    /// <summary>What roles may do here.</summary>
    public RoleRights Rights => app.Services.GetRequiredService<RoleRights>();

    /// <summary>The member of staff of this role, with what they may do.</summary>
    public Actor Person(Role role) => Staff[role].AsActor(Rights);

    public string DataFolder => folder;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int MllpPort => app.Services.GetRequiredService<DeviceGateway>().At!.Port;

    /// <summary>A clinic whose desks can be asked, without a listening server.</summary>
    public static Task<TestClinic> Open(Engine engine, TimeProvider? clock = null, Func<ServerOptions, ServerOptions>? but = null) => Make(engine, clock, start: false, but);

    /// <summary>A clinic whose server runs.</summary>
    /// <param name="but">What is different about its server.</param>
    public static Task<TestClinic> Start(Engine engine, TimeProvider? clock = null, Func<ServerOptions, ServerOptions>? but = null) => Make(engine, clock, start: true, but);

    /// <summary>A clinic whose server runs, on a PostgreSQL of its own.</summary>
    public static Task<TestClinic> Start(PostgresCluster own) => Make(
        Options(Directory.CreateTempSubdirectory("mooring-test-").FullName, Database.Postgres(own.NewDatabase()), null) with { MllpPort = 0 },
        services => InventedClinic.Found(services, "Harbor Test Clinic", "America/Chicago", CancellationToken.None),
        start: true);

    /// <summary>Work done by the member of staff of this role, in a scope of its own as a request would have.</summary>
    public Task<T> As<T>(Role role, Func<IServiceProvider, Task<T>> work) => invented.As(role, work);

    public Task As(Role role, Func<IServiceProvider, Task> work) => As<object?>(role, async services =>
    {
        await work(services);
        return null;
    });

    /// <summary>Somebody in a chair with a monitor tied to it, whose session is open.</summary>
    /// <param name="number">Tells chairs, people and devices of one clinic apart.</param>
    public Task<Seat> Seat(int number = 1, string given = "Noor", bool isCheckedIn = true) => Seats.Seat(number, given, isCheckedIn);

    /// <summary>A link that signs in as this role, as a demo clinic makes them.</summary>
    public async Task<Uri> LinkFor(Role role) => new(Address, $"/enter/{await TokenFor(role)}");

    /// <summary>What stands in such a link; made by the manager, who lets people in.</summary>
    public Task<string> TokenFor(Role role) => As(Role.Manager, async services =>
        (await services.GetRequiredService<LinkDesk>().Make(LinkKind.Demo, Staff[role].Id, TimeSpan.FromHours(1), CancellationToken.None)).Value!);

    /// <summary>A browserless visitor; signed in when a role is given. Redirects are answers, not followed.</summary>
    public async Task<HttpClient> Visitor(Role? role = null)
    {
        var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address, Timeout = Patience.Long };
        if (role is { } known)
            using (await visitor.GetAsync(await LinkFor(known)))
            {
            }

        return visitor;
    }

    /// <summary>Asks a second server that starts on the same data, as after a crash of this one.</summary>
    public async Task<T> Restarted<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var again = MooringHost.Build(app.Services.GetRequiredService<ServerOptions>() with { MllpPort = null });
        await MooringHost.Prepare(again, CancellationToken.None);
        return await ask(again.Services);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What a server under test is started with.</summary>
    internal static ServerOptions Options(string home, Database database, TimeProvider? clock) => new()
    {
        DataFolder = home,
        ContentFolder = ContentFolder.Find(),
        Library = Content.Value,
        Database = database,
        Port = 0,
        MllpPort = null,
        IsDemo = true,
        Clock = clock ?? TimeProvider.System,
        // Tests bring many devices from one address; those about the limits take the strict ones.
        Mllp = new() { NewNamesADay = 1000, MostNamesWaiting = 1000, StrangerMessagesADay = 1_000_000, StrangerBytesADay = long.MaxValue },
        NotNowAfter = Patience.Times(5),
        TabletPatience = Patience.Times(6),
        // What lets people in strictly is asked for by the tests of it.
        SignIn = new() { NeedsSecondFactor = false, NeedsSecondPerson = false },
        // Most tests move their clock by hours, and sign by other hands than a person's: what is strict has tests of its own.
        LockAfter = TimeSpan.FromDays(1),
        DeskLockAfter = TimeSpan.FromDays(1),
        PatientSignedInFor = TimeSpan.FromHours(12),
        SignsAgain = false,
        Log = new HostLog(),
        // One browser plays staff and patient here; those who test the links of patients take the defaults.
        BindPatientLinks = false,
        KeepStaffFromPatientLinks = false,
    };

    /// <summary>The same server with the limits of a real clinic.</summary>
    public static ServerOptions Strict(ServerOptions options) => options with { LockAfter = TimeSpan.FromMinutes(5), DeskLockAfter = TimeSpan.FromMinutes(15), SignsAgain = true };

    private static async Task<TestClinic> Make(Engine engine, TimeProvider? clock, bool start, Func<ServerOptions, ServerOptions>? but = null)
    {
        var template = await ClinicTemplate.Of(engine);
        var home = Directory.CreateTempSubdirectory("mooring-test-").FullName;
        var database = template.CopyTo(home);
        var options = Options(home, engine == Engine.Sqlite ? database with { Between = [new RealWaits()] } : database, clock) with { MllpPort = start ? 0 : null };
        return await Make(but?.Invoke(options) ?? options, services => Task.FromResult(template.In(services)), start);
    }

    private static async Task<TestClinic> Make(ServerOptions options, Func<IServiceProvider, Task<InventedClinic>> find, bool start)
    {
        var host = MooringHost.Build(options);
        await MooringHost.Prepare(host, CancellationToken.None);
        var invented = await find(host.Services);
        // A server of its own that is started on this folder knows it for what it is, and takes links as a demonstration does.
        await File.WriteAllTextAsync(Path.Combine(options.DataFolder, "demo.json"), "{}");
        if (start)
            await host.StartAsync();
        return new(options.DataFolder, host, invented);
    }
}
