using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Scheduling;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Scheduling;

/// <summary>The day of a large clinic costs as few questions as that of a small one.</summary>
public class OpeningTheDay
{
    private const int Chairs = 12;
    private const int Appointments = 60;
    private const int MostQuestions = 7;

    private static readonly DateOnly Day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(14);

    [Fact]
    public async Task Asks_a_fixed_number_of_questions()
    {
        var asked = new Questions();
        await using var clinic = await TestClinic.Start(Engine.Sqlite, but: options => options with { Database = options.Database with { Between = [.. options.Database.Between, asked] } });
        for (var chair = 1; chair <= Chairs; chair++)
            await clinic.Seats.Chair($"Chair {chair}", "East room");
        var patients = new List<Mooring.Clinical.Id<Mooring.Clinical.Patients.Patient>>();
        for (var number = 0; number < 5; number++)
            patients.Add((await clinic.Seats.TakeIn($"Noor{(char)('a' + number)}", "Willow", new(1984, 3, 9))).Id);
        await Book(0);
        var (few, one) = await Look();
        for (var number = 1; number < Appointments; number++)
            await Book(number);

        var (many, all) = await Look();

        Assert.Equal((1, Appointments), (one.Day.Entries.Count, all.Day.Entries.Count));
        Assert.Equal(Chairs, all.Of(Mooring.Clinical.Scheduling.ResourceKind.Chair).Count);
        Assert.Equal(few, many);
        Assert.InRange(many, 1, MostQuestions);

        Task Book(int number) => clinic.As(Role.FrontDesk, services => services.GetRequiredService<BookingDesk>().Book(
            new() { Patient = patients[number % patients.Count], Type = "dosing-iv", Day = Day, Time = new TimeOnly(8, 0).AddMinutes(5 * number), Override = "A test of a full house" }, CancellationToken.None));

        async Task<(int, BookPage)> Look()
        {
            var page = await clinic.As(Role.FrontDesk, services =>
            {
                asked.Begin(services.GetRequiredService<MooringDb>());
                return services.GetRequiredService<BookDesk>().Day(Day, CancellationToken.None);
            });
            return (asked.Count, page);
        }
    }

    /// <summary>Counts what one context asks; what jobs ask meanwhile is not the day's cost.</summary>
    private sealed class Questions : DbCommandInterceptor
    {
        private volatile DbContext? of;
        private int count;

        public int Count => count;

        public void Begin(DbContext context) => (of, count) = (context, 0);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (ReferenceEquals(eventData.Context, of))
                Interlocked.Increment(ref count);
            return ValueTask.FromResult(result);
        }
    }
}
