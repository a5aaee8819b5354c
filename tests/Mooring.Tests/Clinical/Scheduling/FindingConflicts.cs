using Mooring.Clinical.Scheduling;
using static Mooring.Tests.Clinical.Scheduling.BookExample;

namespace Mooring.Tests.Clinical.Scheduling;

/// <summary>What stands against an appointment, each by itself.</summary>
public class FindingConflicts
{
    [Fact]
    public void Finds_none_where_all_is_free()
    {
        var placed = Place(Infusion(1, new(9, 0)), Book());

        Assert.Empty(placed.Conflicts);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero), placed.What.Start);
        Assert.Equal([ResourceKind.Chair, ResourceKind.Nurse], placed.What.Uses.Select(use => use.Kind).Distinct());
    }

    [Fact]
    public void Names_until_when_a_chair_is_taken_and_by_which_appointment()
    {
        var first = Place(Infusion(1, new(9, 0), ChairA, NurseA), Book()).What;

        var conflict = Assert.Single(Place(Infusion(2, new(10, 0), ChairA, NurseB), Book(taken: first)).Conflicts);

        Assert.Equal((ConflictKind.Taken, ChairA.Id, "chair"), (conflict.Kind, conflict.Resource, conflict.At));
        Assert.Equal([first.Id], conflict.With);
        Assert.Equal(first.End.AddMinutes(15), conflict.Until);
    }

    [Fact]
    public void Leaves_a_chair_time_to_be_cleaned()
    {
        var first = Place(Infusion(1, new(9, 0), ChairA, NurseA), Book()).What;
        var ends = TimeOnly.FromDateTime(In("America/Chicago").LocalTime(first.End).DateTime);

        Assert.Equal([ConflictKind.Turnover], Kinds(Place(Infusion(2, ends, ChairA, NurseB), Book(taken: first))));
        Assert.Equal([ConflictKind.Turnover], Kinds(Place(Infusion(2, ends.AddMinutes(14), ChairA, NurseB), Book(taken: first))));
        Assert.Empty(Place(Infusion(2, ends.AddMinutes(15), ChairA, NurseB), Book(taken: first)).Conflicts);
    }

    // Three in recovery are as many as the clinic's rules let one nurse have; a fourth is one too many.
    [Fact]
    public void Gives_a_nurse_no_more_patients_than_the_rules_on_staff()
    {
        var chairs = Enumerable.Range(20, 4).Select(number => Made(number, $"Chair {number}", ResourceKind.Chair)).ToList();
        var nurse = NurseA with { StartsApart = TimeSpan.Zero };
        var book = Book() with { Resources = [.. chairs, nurse, Prescriber] };
        for (var number = 0; number < 3; number++)
        {
            var placed = Place(Spray(number + 1, new TimeOnly(9, 0).AddMinutes(45 * number), chairs[number], nurse), book);
            book = book.With(placed.What);
        }

        var last = book.Taken[^1];
        var recovering = In("America/Chicago").LocalTime(last.Uses[^1].From);
        Assert.Contains(ConflictKind.Full, Kinds(Place(Spray(9, TimeOnly.FromDateTime(recovering.DateTime), chairs[3], nurse), book)));
    }

    [Fact]
    public void Keeps_the_starts_of_one_nurse_apart()
    {
        var first = Place(Infusion(1, new(9, 0), ChairA, NurseA), Book()).What;

        Assert.Contains(ConflictKind.StartsTogether, Kinds(Place(Infusion(2, new(9, 10), ChairB, NurseA), Book(taken: first))));
        Assert.Empty(Place(Infusion(2, new(9, 10), ChairB, NurseB), Book(taken: first)).Conflicts);
    }

    // The spray at 2:05 PM is over at 4:50 PM with its two hours of watching, five minutes after the last patient has left.
    [Theory]
    [InlineData(14, 0, true)]
    [InlineData(14, 5, false)]
    public void Lets_nobody_be_watched_past_closing(int hour, int minute, bool fits)
    {
        var placed = Place(Spray(1, new(hour, minute)), Book());

        Assert.Equal(TimeSpan.FromHours(2), placed.What.Uses.Single(use => use is { Kind: ResourceKind.Nurse, Segment: "observe" }) is var watch ? watch.Until - watch.From : default);
        Assert.Equal(fits ? [] : [ConflictKind.PastClosing], Kinds(placed));
    }

    [Fact]
    public void Books_nobody_before_the_clinic_opens_nor_on_a_closed_day()
    {
        var closed = Book() with { Clinic = In("America/Chicago") with { Opening = new() { Closed = [new(Monday, "Founders Day")] } } };

        Assert.Equal([ConflictKind.BeforeOpening], Kinds(Place(Infusion(1, new(7, 45)), Book())));
        Assert.Equal([ConflictKind.ClosedDay], Kinds(Place(Infusion(1, new(9, 0)), closed)));
    }

    // Away from 11 on: nobody may start then, and nobody may still be watched then.
    [Fact]
    public void Needs_a_prescriber_in_the_house_as_long_as_somebody_is_dosed_and_watched()
    {
        var eleven = WallTime.Of(Monday, new(11, 0), In("America/Chicago").Zone).At;
        var book = Book() with { Away = [new(new(Number(50)), Prescriber.Id, eleven, eleven.AddHours(8))] };

        Assert.Equal([ConflictKind.NobodyOnSite], Kinds(Place(Infusion(1, new(12, 0)), book)));
        Assert.Equal([ConflictKind.NobodyOnSite], Kinds(Place(Infusion(1, new(9, 15)), book)));
        Assert.Empty(Place(Infusion(1, new(8, 0)), book).Conflicts);
        Assert.Empty(Place(Infusion(1, new(12, 0)), book with { Resources = [.. book.Resources, Made(60, "Second prescriber", ResourceKind.Prescriber)] }).Conflicts);
    }

    [Fact]
    public void Books_nobody_who_is_away()
    {
        var nine = WallTime.Of(Monday, new(9, 0), In("America/Chicago").Zone).At;
        var book = Book() with { Away = [new(new(Number(50)), NurseA.Id, nine, nine.AddHours(1))] };

        Assert.Equal([ConflictKind.Away], Kinds(Place(Infusion(1, new(9, 0), ChairA, NurseA), book)));
        Assert.Equal(NurseB.Id, Place(Infusion(1, new(9, 0)), book).What.Of(ResourceKind.Nurse)!.Resource);
    }

    [Fact]
    public void Has_nobody_in_two_places()
    {
        var first = Place(Infusion(1, new(9, 0), ChairA, NurseA), Book()).What;

        var second = Place(Wish("consultation", 2, Monday, new(10, 0)) with { Patient = first.Patient }, Book(taken: first));

        Assert.Equal([ConflictKind.PatientElsewhere], Kinds(second));
    }

    [Fact]
    public void Keeps_doses_as_far_apart_as_the_protocol_wants()
    {
        var first = Place(Infusion(1, new(9, 0)), Book()).What;
        Wish On(int days) => Infusion(2, new(9, 0)) with { Patient = first.Patient, Day = Monday.AddDays(days) };

        Assert.Equal([ConflictKind.TooSoon], Kinds(Place(On(1), Book(taken: first))));
        Assert.Empty(Kinds(Place(On(3), Book(taken: first))));
        var late = Place(On(9), Book(taken: first));
        Assert.Equal([ConflictKind.TooLate], Kinds(late));
        Assert.Empty(late.Against);
    }

    [Theory]
    [InlineData(0, 1, 3, false)]
    [InlineData(1, 0, 3, true)]
    [InlineData(1, 0, 7, false)]
    public void Measures_two_doses_by_the_phase_of_the_earlier_one(int earlier, int later, int days, bool isTooSoon)
    {
        var phases = Content.Protocol("TRD-IV-STD").Course;
        var first = Place(Infusion(1, new(9, 0)) with { Phase = phases[earlier] }, Book()).What;
        var wish = Infusion(2, new(9, 0)) with { Patient = first.Patient, Phase = phases[later], Day = Monday.AddDays(days) };

        Assert.Equal(isTooSoon, Kinds(Place(wish, Book(taken: first))).Contains(ConflictKind.TooSoon));
    }

    [Fact]
    public void Asks_about_a_day_on_which_the_plan_did_not_lay_it() =>
        Assert.Equal([ConflictKind.OutsideWindow], Kinds(Place(Infusion(1, new(9, 0)) with { Window = (Monday.AddDays(1), Monday.AddDays(2)) }, Book())));

    [Fact]
    public void Says_what_is_not_there_and_passes_over_rooms_that_the_clinic_does_not_keep()
    {
        var bare = Book() with { Resources = [Prescriber] };

        Assert.Equal([ConflictKind.NoneThere, ConflictKind.NoneThere], Kinds(Place(Infusion(1, new(9, 0)), bare)));
        Assert.Empty(Place(Wish("consultation", 2, Monday, new(10, 0)), bare).Conflicts);
    }

    [Fact]
    public void Books_nothing_that_is_retired()
    {
        var retired = Book() with { Resources = [ChairA with { IsRetired = true }, ChairB, NurseA, Prescriber] };

        Assert.Equal([ConflictKind.Retired], Kinds(Place(Infusion(1, new(9, 0), ChairA), retired)));
        Assert.Equal(ChairB.Id, Place(Infusion(1, new(9, 0)), retired).What.Of(ResourceKind.Chair)!.Resource);
    }

    [Fact]
    public void Gives_each_kind_a_code_of_its_own()
    {
        var first = Place(Infusion(1, new(9, 0), ChairA, NurseA), Book()).What;
        var placed = Place(Infusion(2, new(9, 5), ChairA, NurseA) with { Patient = first.Patient, Window = (Monday.AddDays(1), Monday.AddDays(1)) }, Book(taken: first));

        Assert.True(placed.Conflicts.Count >= 6);
        Assert.All(placed.Conflicts.GroupBy(conflict => conflict.Kind), same => Assert.Single(same.Select(conflict => conflict.Code).Distinct()));
        Assert.All(placed.Conflicts.GroupBy(conflict => conflict.Code), same => Assert.Single(same.Select(conflict => conflict.Kind).Distinct()));
        Assert.All(placed.Conflicts, conflict => Assert.NotEmpty(conflict.Says.Template));
    }
}
