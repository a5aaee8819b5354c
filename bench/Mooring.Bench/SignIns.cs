using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Content;
using Mooring.Demo;
using Mooring.Practice.Access;
using Mooring.Practice.Access.Accounts;
using Mooring.Storage.Engine;
using Mooring.Web;

namespace Mooring.Bench;

/// <summary>What a refused sign-in costs for a name that nobody has, one that somebody has, and one that has to wait: from the time nobody should tell which it was.</summary>
internal static class SignIns
{
    private const int Warm = 10;
    private const int Times = 60;

    public static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-sign-in-").FullName;
        await using (var app = MooringHost.Build(new() { DataFolder = folder, ContentFolder = ContentFolder.Find(), Database = Database.SqliteIn(folder), Port = 0, MllpPort = null, SignIn = new() { NeedsSecondPerson = false, FreeTriesAtAccount = 1000 } }))
        {
            await MooringHost.Prepare(app, CancellationToken.None);
            var clinic = await InventedClinic.Found(app.Services, "Measured Clinic", "UTC", CancellationToken.None);
            await clinic.As(Role.Manager, async services =>
            {
                var desk = services.GetRequiredService<StaffDesk>();
                foreach (var name in new[] { "known", "waits" })
                    await desk.Join((await desk.InvitationFor((await desk.Add("Iris Tamarack", name, Role.Nurse, CancellationToken.None)).Value!, CancellationToken.None)).Value!, "a boat rests at its mooring", CancellationToken.None);
                return true;
            });
            // An address each, so that only the one that is to wait waits.
            for (var guess = 0; guess < 20; guess++)
                await Try(app.Services, "waits", "10.1.1.1");
            List<double> unknown = [], known = [], waits = [];
            for (var at = 0; at < Warm + Times; at++)
            {
                // In turn, so that whatever else the machine does weighs on all three alike.
                var (one, two, three) = (await Try(app.Services, $"nobody{at}", $"10.2.0.{at}"), await Try(app.Services, "known", $"10.3.0.{at}"), await Try(app.Services, "waits", "10.1.1.1"));
                if (at >= Warm)
                    (unknown, known, waits) = ([.. unknown, one], [.. known, two], [.. waits, three]);
            }

            Console.WriteLine($"Sign-in refused, medians of {Times}: unknown {Median(unknown):F1} ms, known {Median(known):F1} ms (ratio {Median(known) / Median(unknown):F2}), waiting {Median(waits):F1} ms (ratio {Median(waits) / Median(unknown):F2}).");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> Try(IServiceProvider services, string name, string address)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<PasswordSignIn>();
        var begun = Stopwatch.GetTimestamp();
        await desk.Try(name, "wrong guess", new(address), CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
