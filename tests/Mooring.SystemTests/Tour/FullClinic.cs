using Microsoft.Extensions.DependencyInjection;
using Mooring.Cli.Demo;
using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Demo;
using Mooring.Practice.Access;
using Mooring.Practice.Chairs;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Tour;

/// <summary>A clinic that runs, with the people of the demonstration in it, at every stage of the way.</summary>
internal sealed class FullClinic(TestClinic clinic, DemoClinic cast) : IAsyncDisposable
{
    private readonly DemoMonitors monitors = new(clinic.MllpPort);

    public TestClinic Clinic => clinic;

    /// <summary>The session that runs now.</summary>
    public Guid Infusing { get; private set; }

    /// <summary>Where somebody comes in who is not known yet.</summary>
    public IReadOnlyList<string> OpenDoors { get; private set; } = [];

    public static async Task<FullClinic> Open()
    {
        var clock = new DemoClock();
        var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var cast = new DemoClinic(new(clinic.Invented, clock), clinic.Services.GetRequiredService<ClinicalLibrary>(), TimeProvider.System.GetUtcNow());
        await cast.Make();
        clock.Release();
        var full = new FullClinic(clinic, cast);
        await full.Begin();
        return full;
    }

    public async Task<Uri> LinkFor(Role role) => role == Role.Patient
        ? new Uri(clinic.Address, $"/enter/{await Link(LinkKind.Demo)}")
        : await clinic.LinkFor(role);

    public async ValueTask DisposeAsync()
    {
        await monitors.DisposeAsync();
        await clinic.DisposeAsync();
    }

    private async Task Begin()
    {
        monitors.Start(1, cast.Connected[1], TimeSpan.FromMinutes(1), DemoClinic.InfusingSince);
        OpenDoors = ["/sign-in", $"/p/{await Link(LinkKind.Patient)}"];
        var board = await clinic.As(Role.Nurse, services => services.GetRequiredService<BoardDesk>().Look(CancellationToken.None));
        Infusing = board.Seats.First(seat => seat.Session?.Phase == Phase.Dosing).Session!.Id.Value;
    }

    private Task<string> Link(LinkKind kind) => clinic.As(
        Role.Manager, async services => (await services.GetRequiredService<LinkDesk>().Make(kind, cast.Self.Value, TimeSpan.FromHours(1), CancellationToken.None)).Value!);
}
