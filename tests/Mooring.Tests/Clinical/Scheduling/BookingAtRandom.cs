using Mooring.Clinical.Scheduling;
using static Mooring.Tests.Clinical.Scheduling.BookExample;

namespace Mooring.Tests.Clinical.Scheduling;

/// <summary>Ten thousand random bookings, each judged by a second book that counts minute by minute: none twice, and none refused that fits.</summary>
public class BookingAtRandom
{
    private const int Days = 250;
    private const int OnEach = 40;

    private static readonly string[] Protocols = ["TRD-IV-STD", "TRD-ESK-IN", "KAP-IM", "KAP-SL"];

    [Fact]
    public void Books_nothing_twice_and_refuses_nothing_that_fits()
    {
        var (asked, booked) = (0, 0);
        for (var seed = 0; seed < Days; seed++)
        {
            var random = new Random(seed);
            var book = Some(random);
            var minutes = new MinuteBook(book, book.Clinic.InstantOf(Monday, TimeOnly.MinValue));
            for (var number = 0; number < OnEach; number++)
            {
                var wish = Some(random, number, book);
                var placed = Place(wish, book);
                var found = placed.Against.Any();

                Assert.True(found != IsFree(minutes, wish, placed, book), $"Day {seed}, booking {number}: {string.Join(", ", placed.Conflicts.Select(conflict => conflict.Says.ToString()))}");
                asked++;
                if (found)
                    continue;
                book = book.With(placed.What);
                minutes.Add(placed.What);
                booked++;
            }
        }

        Assert.Equal(10_000, asked);
        Assert.InRange(booked, 1_000, 9_000);
    }

    // What was chosen must carry it; of each other kind it is enough that one could.
    private static bool IsFree(MinuteBook minutes, Wish wish, Placed placed, Book book)
    {
        if (!minutes.Allows(placed.What with { Uses = [.. placed.What.Uses.Where(use => wish.Chosen.Contains(use.Resource))] }))
            return false;
        return placed.What.Uses.Where(use => !wish.Chosen.Contains(use.Resource)).GroupBy(use => use.Kind)
            .All(kind => book.Resources.Any(one => one.Kinds.Contains(kind.Key) && !one.IsRetired && minutes.Carries(one, [.. kind])));
    }

    private static Wish Some(Random random, int number, Book book)
    {
        var time = new TimeOnly(7, 30).AddMinutes(5 * random.Next(0, 115));
        var wish = random.Next(0, 6) switch
        {
            0 => Wish("consultation", number, Monday, time),
            1 => Wish("integration", number, Monday, time),
            2 => Wish("nurse-visit", number, Monday, time),
            _ when Protocols[random.Next(0, Protocols.Length)] is var protocol =>
                Wish(Content.Library.VisitTypes.Values.First(type => type.Value.Fits(Mooring.Clinical.Protocols.VisitKind.Dosing, Content.Protocol(protocol).Route)).Value.Id, number, Monday, time, protocol),
            _ => throw new InvalidOperationException(),
        };
        var needed = wish.Type.Segments.SelectMany(segment => segment.Needs).Select(need => need.Kind).Distinct();
        return wish with
        {
            Patient = Patient(random.Next(0, 20)),
            Phase = null,
            Chosen = [.. needed.Where(_ => random.Next(0, 3) == 0).Select(kind => book.Resources.Where(one => one.IsA(kind)).ElementAt(random.Next(0, book.Resources.Count(one => one.IsA(kind)))).Id)],
        };
    }

    private static Book Some(Random random)
    {
        List<Resource> resources = [];
        foreach (var (kind, most) in new[] { (ResourceKind.Chair, 4), (ResourceKind.Nurse, 3), (ResourceKind.Prescriber, 2), (ResourceKind.Therapist, 2), (ResourceKind.Room, 2) })
        {
            for (var number = random.Next(1, most + 1); number > 0; number--)
            {
                resources.Add(Made(resources.Count + 1, $"{kind} {number}", kind) with
                {
                    Capacity = random.Next(0, 5) == 0 ? 2 : 1,
                    Before = TimeSpan.FromMinutes(5 * random.Next(0, 3)),
                    After = TimeSpan.FromMinutes(5 * random.Next(0, 5)),
                    StartsApart = TimeSpan.FromMinutes(5 * random.Next(0, 5)),
                });
            }
        }

        var book = Book() with { Resources = resources };
        var opens = book.Clinic.InstantOf(Monday, new(8, 0));
        return book with
        {
            Away =
            [
                .. from number in Enumerable.Range(0, random.Next(0, 4))
                   let person = resources[random.Next(0, resources.Count)]
                   let begins = opens.AddMinutes(5 * random.Next(-10, 100))
                   select new Leave(new(Number(number + 1)), person.Id, begins, begins.AddMinutes(5 * random.Next(1, 60))),
            ],
        };
    }
}
