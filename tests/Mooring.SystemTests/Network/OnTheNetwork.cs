using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Network;

/// <summary>A clinic that is reached over TLS, its own or a proxy's: real sockets, certificates of an authority made by the test.</summary>
public sealed class OnTheNetwork : IDisposable
{
    private readonly Certificates authority = new("Clinic");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => authority.Dispose();

    [Fact]
    public async Task With_its_own_certificate_answers_the_clinics_name_with_cookies_bound_to_it()
    {
        using var own = authority.Sign("clinic.example", Certificates.ForServers);
        await using var clinic = await WithTls(own);
        using var visitor = Safe("clinic.example", clinic.Address.Port);

        using var page = await visitor.GetAsync("/sign-in", Cancel);
        using var redirect = await visitor.GetAsync("/patients", Cancel);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpVersion.Version11, page.Version);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Matches("^__Host-mooring-form=.*; path=/.*; secure", cookie));
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.StartsWith("https://clinic.example/sign-in", redirect.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_renewed_certificate_without_a_restart_and_keeps_the_old_one_when_the_new_is_broken()
    {
        using var first = authority.Sign("clinic.example", Certificates.ForServers);
        using var second = authority.Sign("clinic.example", Certificates.ForServers);
        await using var clinic = await WithTls(first);
        var (certificate, _) = authority.Files(first);

        var before = await Shown(clinic.Address.Port);
        authority.Files(second);
        File.SetLastWriteTimeUtc(certificate, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        var after = await Shown(clinic.Address.Port);
        await File.WriteAllTextAsync(certificate, "broken", Cancel);
        File.SetLastWriteTimeUtc(certificate, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(2));
        var still = await Shown(clinic.Address.Port);

        Assert.Equal(first.Thumbprint, before);
        Assert.Equal(second.Thumbprint, after);
        Assert.Equal(second.Thumbprint, still);
    }

    [Fact]
    public async Task Behind_its_proxy_knows_the_visitor_and_believes_nobody_else()
    {
        using var own = authority.Sign("clinic.example", Certificates.ForServers);
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Web = new() { Proxies = [IPAddress.Loopback], PublicUrl = new("https://clinic.example") } });
        using var proxy = new SmallProxy(own, clinic.Address, "192.0.2.7");
        using var visitor = Safe("clinic.example", proxy.Port);

        using var page = await visitor.GetAsync("/sign-in", Cancel);
        using var figures = await visitor.GetAsync("/metrics", Cancel);
        using var link = await visitor.GetAsync($"/enter/{await clinic.TokenFor(Role.Nurse)}", Cancel);
        using var lying = new HttpRequestMessage(HttpMethod.Get, $"/enter/{await clinic.TokenFor(Role.Nurse)}");
        lying.Headers.Add("X-Forwarded-For", "127.0.0.1");
        using var lied = await visitor.SendAsync(lying, Cancel);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("__Host-mooring-form=", page.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, figures.StatusCode);
        Assert.Equal("/sign-in?refused=link", link.Headers.Location!.ToString());
        Assert.Equal("/sign-in?refused=link", lied.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.0.2.9")]
    public async Task Answers_no_name_that_is_not_its_own(string host)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await clinic.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Host = host;

        using var answer = await visitor.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("--public-url", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain(host, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "8.8.8.8")]
    [InlineData("Forwarded", "for=8.8.8.8")]
    [InlineData("X-Real-IP", "8.8.8.8")]
    public async Task Opens_a_demonstrations_link_to_nobody_who_was_forwarded(string header, string value)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await clinic.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, await clinic.LinkFor(Role.Nurse));
        request.Headers.Add(header, value);

        using var answer = await visitor.SendAsync(request, Cancel);
        using var direct = await visitor.GetAsync(await clinic.LinkFor(Role.Nurse), Cancel);

        Assert.Equal("/sign-in?refused=link", answer.Headers.Location!.ToString());
        Assert.Equal("/", direct.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Opens_no_such_link_at_all_where_the_clinic_is_real()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { IsDemo = false });
        using var visitor = await clinic.Visitor();

        using var answer = await visitor.GetAsync(await clinic.LinkFor(Role.Nurse), Cancel);

        Assert.Equal("/sign-in?refused=link", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Answers_what_is_asked_of_the_head_alone_and_ends_a_stream_with_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var page = await nurse.SendAsync(new(HttpMethod.Head, "/patients"), Cancel);
        using var none = await nurse.SendAsync(new(HttpMethod.Head, "/nothing-is-here"), Cancel);
        using var stream = await nurse.SendAsync(new(HttpMethod.Head, "/board/live"), Cancel);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Empty(await page.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType!.MediaType);
        Assert.Contains("camera=()", page.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<TestClinic> WithTls(X509Certificate2 own)
    {
        var (certificate, key) = authority.Files(own);
        return await TestClinic.Start(Engine.Sqlite, but: options => options with { Web = new() { Tls = new(certificate, key), PublicUrl = new("https://clinic.example") } });
    }

    // The name is the clinic's; the address behind it is this machine's.
    private HttpClient Safe(string host, int port)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
                return socket.GetStream();
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => IsOurs(shown);
        return new(handler) { BaseAddress = new($"https://{host}"), Timeout = Patience.Long };
    }

    private bool IsOurs(X509Certificate? shown)
    {
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority.AuthorityFile);
        return shown is not null && chain.Build(new(shown));
    }

    private async Task<string> Shown(int port)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, Cancel);
        await using var safe = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => IsOurs(shown));
        await safe.AuthenticateAsClientAsync("clinic.example");
        return ((X509Certificate2)safe.RemoteCertificate!).Thumbprint;
    }
}
