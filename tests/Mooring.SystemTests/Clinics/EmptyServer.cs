using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Practice.Access;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;
using Mooring.Storage.Engine;
using Mooring.Web;

namespace Mooring.SystemTests.Clinics;

/// <summary>A server on its first day: a database, and no clinic in it.</summary>
public sealed class EmptyServer(string folder, WebApplication app) : IAsyncDisposable
{
    public static async Task<EmptyServer> Open(Engine engine)
    {
        var home = Directory.CreateTempSubdirectory("mooring-test-").FullName;
        var app = MooringHost.Build(new()
        {
            DataFolder = home,
            ContentFolder = ContentFolder.Find(),
            Database = engine == Engine.Postgres ? Database.Postgres(PostgresServer.NewDatabase()) : Database.SqliteIn(home),
            Port = 0,
            MllpPort = null,
            Log = new HostLog(),
        });
        await MooringHost.Prepare(app, CancellationToken.None);
        return new(home, app);
    }

    /// <summary>One request to the desk that sets a clinic up.</summary>
    public async Task<T> Ask<T>(Func<SetUpDesk, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SetUpDesk>());
    }

    /// <summary>Work done by somebody of the clinic that was set up here.</summary>
    public async Task<T> As<T>(StaffRow person, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(person.ClinicId, person.AsActor(scope.ServiceProvider.GetRequiredService<RoleRights>()));
        return await work(scope.ServiceProvider);
    }

    /// <summary>How many clinics there are by now.</summary>
    public async Task<int> Clinics()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(scope.ServiceProvider.GetRequiredService<MooringDb>().Set<ClinicRow>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
