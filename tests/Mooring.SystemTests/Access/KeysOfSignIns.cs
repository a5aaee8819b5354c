using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Records;
using Mooring.Storage;
using Mooring.Storage.Secrets;
using Mooring.SystemTests.Clinics;
using Mooring.Web;

namespace Mooring.SystemTests.Access;

/// <summary>Servers of one database let in whom the other let in; who has only the database lets in nobody.</summary>
public sealed class KeysOfSignIns : IDisposable
{
    private readonly string other = Directory.CreateTempSubdirectory("mooring-second-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Are_shared_by_the_servers_of_one_database(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var cookies = new CookieContainer();
        using var first = Visitor(clinic.Address, cookies);
        using (await first.GetAsync(await clinic.LinkFor(Role.Nurse), Cancel))
        {
        }

        Copy(clinic, "seal.key", "checkpoint.key");
        await using var second = Second(clinic);
        await MooringHost.Prepare(second, Cancel);
        await second.StartAsync(Cancel);
        using var visitor = Visitor(new Uri(second.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), cookies);
        using var answer = await visitor.GetAsync(new Uri("/patients", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await second.StopAsync(Cancel);
    }

    [Fact]
    public async Task Are_not_to_be_read_in_the_database_nor_beside_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);

        var kept = await clinic.As(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<CookieKeyRow>().AsNoTracking().ToListAsync(Cancel));

        Assert.NotEmpty(kept);
        Assert.All(kept, key => Assert.DoesNotContain("<key", Encoding.UTF8.GetString(key.Sealed), StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(clinic.DataFolder, "keys")), file => file.EndsWith(".xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_another_seal_stop_the_start_and_say_which_file_is_wanted()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);
        Seal.In(other);
        Copy(clinic, "checkpoint.key");
        await using var second = Second(clinic);

        var refused = await Assert.ThrowsAsync<KeyIsMissingException>(() => MooringHost.Prepare(second, Cancel));

        Assert.Contains(Path.Combine(other, "keys", "seal.key"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("from the first server", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_taken_over_from_the_files_of_an_earlier_version()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);
        var file = Path.Combine(clinic.DataFolder, "keys", "key-5f1c.xml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "<key id=\"5f1c\" />", Cancel);

        var keys = await clinic.Restarted(services => Task.FromResult(services.GetRequiredService<CookieKeys>().All()));

        Assert.Contains("<key id=\"5f1c\" />", keys);
        Assert.False(File.Exists(file));
    }

    public void Dispose() => Directory.Delete(other, recursive: true);

    private static HttpClient Visitor(Uri address, CookieContainer cookies) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address, Timeout = Patience.Long };

    private WebApplication Second(TestClinic clinic) =>
        MooringHost.Build(clinic.Services.GetRequiredService<ServerOptions>() with { DataFolder = other, MllpPort = null, Port = 0 });

    private void Copy(TestClinic clinic, params string[] keys)
    {
        Directory.CreateDirectory(Path.Combine(other, "keys"));
        foreach (var key in keys.Where(key => File.Exists(Path.Combine(clinic.DataFolder, "keys", key))))
            File.Copy(Path.Combine(clinic.DataFolder, "keys", key), Path.Combine(other, "keys", key));
    }
}
