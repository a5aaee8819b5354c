using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Scheduling;

/// <summary>Two people want the last chair in the same moment, again and again: one gets it, and the other is told.</summary>
public class AtTheLastChair
{
    // Enough to meet in every way; MOORING_RACES asks for a longer night.
    private static readonly int Races = int.TryParse(Environment.GetEnvironmentVariable("MOORING_RACES"), CultureInfo.InvariantCulture, out var asked) ? asked : 25;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_wins_each_time(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        await clinic.Seats.Chair("Chair 1", "East room");
        var one = (await clinic.Seats.TakeIn("Noor", "Willow", new(1984, 3, 9))).Id;
        var other = (await clinic.Seats.TakeIn("Ida", "Juniper", new(1979, 4, 1))).Id;
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(7);
        for (var race = 0; race < Races; race++)
        {
            do
                day = day.AddDays(1);
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

            var both = await Task.WhenAll(Task.Run(() => Book(clinic, one, day)), Task.Run(() => Book(clinic, other, day)));

            Assert.Single(both, outcome => outcome.IsDone);
            Assert.Contains(both.Single(outcome => !outcome.IsDone).Refusals, refusal => refusal.Code == "APT101");
            Assert.Single((await clinic.As(Role.FrontDesk, services => services.GetRequiredService<BookDesk>().Day(day, CancellationToken.None))).Day.Entries);
        }
    }

    private static Task<Outcome<Placed>> Book(TestClinic clinic, Id<Patient> patient, DateOnly day) => clinic.As(Role.FrontDesk, services =>
        services.GetRequiredService<BookingDesk>().Book(new() { Patient = patient, Type = "dosing-iv", Day = day, Time = new(10, 0) }, CancellationToken.None));
}
