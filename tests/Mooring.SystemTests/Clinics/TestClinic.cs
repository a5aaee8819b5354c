using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Storage;
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

    private TestClinic(string folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    public required Clinic Clinic { get; init; }

    public required IReadOnlyDictionary<Role, StaffRow> Staff { get; init; }

    public IServiceProvider Services => app.Services;

    /// <summary>What roles may do here.</summary>
    public RoleRights Rights => app.Services.GetRequiredService<RoleRights>();

    /// <summary>The member of staff of this role, with what they may do.</summary>
    public Actor Person(Role role) => Staff[role].AsActor(Rights);

    public string DataFolder => folder;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int MllpPort => app.Services.GetRequiredService<DeviceGateway>().At!.Port;

    /// <summary>A clinic whose desks can be asked, without a listening server.</summary>
    public static Task<TestClinic> Open(Engine engine, TimeProvider? clock = null) => Make(engine, clock, start: false);

    /// <summary>A clinic whose server runs.</summary>
    /// <param name="but">What is different about its server.</param>
    public static Task<TestClinic> Start(Engine engine, TimeProvider? clock = null, Func<ServerOptions, ServerOptions>? but = null) => Make(engine, clock, start: true, but);

    /// <summary>A clinic whose server runs, on a PostgreSQL of its own.</summary>
    public static Task<TestClinic> Start(PostgresCluster own) => Make(_ => Database.Postgres(own.NewDatabase()), null, start: true);

    /// <summary>Work done by the member of staff of this role, in a scope of its own as a request would have.</summary>
    public async Task<T> As<T>(Role role, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(Clinic.Id, Person(role));
        return await work(scope.ServiceProvider);
    }

    public Task As(Role role, Func<IServiceProvider, Task> work) => As<object?>(role, async services =>
    {
        await work(services);
        return null;
    });

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

    private static Task<TestClinic> Make(Engine engine, TimeProvider? clock, bool start, Func<ServerOptions, ServerOptions>? but = null) => Make(
        home => engine == Engine.Postgres ? Database.Postgres(PostgresServer.NewDatabase()) : Database.SqliteIn(home) with { Between = [new RealWaits()] }, clock, start, but);

    private static async Task<TestClinic> Make(Func<string, Database> database, TimeProvider? clock, bool start, Func<ServerOptions, ServerOptions>? but = null)
    {
        var home = Directory.CreateTempSubdirectory("mooring-test-").FullName;
        var options = new ServerOptions
        {
            DataFolder = home,
            ContentFolder = ContentFolder.Find(),
            Library = Content.Value,
            Database = database(home),
            Port = 0,
            MllpPort = start ? 0 : null,
            Clock = clock ?? TimeProvider.System,
            NotNowAfter = Patience.Times(5),
            TabletPatience = Patience.Times(6),
            Log = new HostLog(),
        };
        var host = MooringHost.Build(but?.Invoke(options) ?? options);
        await MooringHost.Prepare(host, CancellationToken.None);
        var (clinic, staff) = await Found(host.Services);
        if (start)
            await host.StartAsync();
        return new(home, host) { Clinic = clinic, Staff = staff };
    }

    private static async Task<(Clinic, IReadOnlyDictionary<Role, StaffRow>)> Found(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<StaffDesk>();
        var clinic = await desk.Found("Harbor Test Clinic", "America/Chicago", isDemo: true, CancellationToken.None);
        var staff = new Dictionary<Role, StaffRow>();
        foreach (var (role, name) in People)
        {
            var added = await desk.Add(name, role.ToString(), role, CancellationToken.None);
            staff[role] = added.Value ?? throw new InvalidOperationException(string.Join(' ', added.Refusals.Select(refusal => refusal.Says)));
        }

        return (clinic, staff);
    }

    private static (Role, string)[] People =>
    [
        (Role.Prescriber, "Mara Alder"),
        (Role.Nurse, "Ben Rowan"),
        (Role.Therapist, "Ines Hazel"),
        (Role.FrontDesk, "Tom Sedge"),
        (Role.Manager, "Ada Linden"),
        (Role.MedicalDirector, "Juno Hawthorn"),
        (Role.Technician, "Remy Lark"),
        (Role.Biller, "Sol Aspen"),
        (Role.PrivacyOfficer, "Kit Juniper"),
        (Role.Pharmacist, "Noa Bracken"),
        (Role.OutsideTherapist, "Lou Tamarack"),
    ];
}
