using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;
using Mooring.Devices.Mllp;
using Mooring.Storage;
using Mooring.Storage.Access;

namespace Mooring.Web.Intake;

/// <summary>
/// Listens for monitors and pumps, reads what they send, has it kept, and answers after the commit. While there is no
/// clinic, or the store fails, the answer is "not now": the device keeps its message.
/// </summary>
public sealed class DeviceGateway(
    ServerOptions options, DeviceCodeTable codes, IntakeQueue queue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeviceGateway> log)
    : IHostedService, IAsyncDisposable
{
    private MllpListener? listener;
    private long answers;
    private (Id<Clinic> Id, TimeZoneInfo Zone)? clinic;

    /// <summary>Where devices connect; null when the gateway is off.</summary>
    public IPEndPoint? At => listener?.At;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.MllpPort is not { } port)
            return Task.CompletedTask;
        listener = new(new(options.Address, port), Take, clock, notice: notice => log.Log(notice.What is LinkEvent.Failed or LinkEvent.TooManyConnections ? LogLevel.Warning : LogLevel.Information, "{Source} {Says}", notice.Source, notice.Says));
        listener.Start();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is { } open)
            await open.DisposeAsync();
    }

    private async ValueTask<Answer> Take(ReadOnlyMemory<byte> bytes, Source source, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await Clinic(cancel) is not { } home)
            return Header.Read(bytes.Span) is { } early ? Say(early, Verdict.Failed, [], now) : Answer.None;

        var received = Devices.Readings.Intake.Read(bytes.Span, codes, now, home.Zone);
        var answer = received.Header is { } header ? Say(header, received.Verdict, received.Problems, now) : Answer.None;
        try
        {
            return new(await queue.Keep(home.Id, Reading.Incoming(received, source, bytes, answer, now), cancel));
        }
        catch (IOException) when (received.Header is not null)
        {
            return Say(received.Header, Verdict.Failed, [], now);
        }
    }

    private Answer Say(Header header, Verdict verdict, IReadOnlyList<Problem> problems, DateTimeOffset now) => Acknowledgement.Of(
        header, verdict, problems, string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds():X}{Interlocked.Increment(ref answers):X6}"), now);

    private async ValueTask<(Id<Clinic> Id, TimeZoneInfo Zone)?> Clinic(CancellationToken cancel)
    {
        if (clinic is not null)
            return clinic;
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<MooringDb>().Set<ClinicKeptRow>().AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
        return clinic = found is null ? null : (found.Id, found.AsClinic().Zone);
    }
}
