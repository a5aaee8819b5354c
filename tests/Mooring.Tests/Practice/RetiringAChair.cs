using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Chairs;
using Mooring.Practice.Devices;
using Mooring.Practice.Scheduling;

namespace Mooring.Tests.Practice;

/// <summary>A chair that is used no more is offered nowhere, and what was done in it stays readable.</summary>
public class RetiringAChair
{
    [Fact]
    public async Task Takes_it_off_the_board_and_out_of_check_in()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        await Retire(clinic, seat.Chair);

        var free = await clinic.As(Role.Nurse, (ArrivingDesk desk) => desk.FreeChairs(default));
        var board = await clinic.As(Role.Nurse, (BoardDesk desk) => desk.Look(default));
        var seated = await CheckIn(clinic, seat);
        var tied = await clinic.As(Role.Nurse, (DeviceDesk desk) => desk.Tie("0A0B0CFFFE000001", seat.Chair, default));

        Assert.Empty(free);
        Assert.Empty(board.Seats);
        Assert.Equal(["DAY103"], seated.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["DAY103"], tied.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Leaves_whoever_sits_in_it_on_the_board_and_its_name_in_the_record()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);
        Assert.Empty((await CheckIn(clinic, seat)).Refusals);
        await Retire(clinic, seat.Chair);
        Assert.Empty((await clinic.As(Role.Manager, (ChairDesk desk) => desk.Rename(seat.Chair, "Old chair", "Store", default))).Refusals);

        var board = await clinic.As(Role.Nurse, (BoardDesk desk) => desk.Look(default));
        var session = await clinic.As(Role.Nurse, (SessionDesk desk) => desk.Find(seat.Session, default));

        Assert.Equal("Old chair", Assert.Single(board.Seats).Chair.Name);
        Assert.Equal("Chair 1", session!.Chair);
    }

    private static async Task Retire(ClinicInMemory clinic, Id<Chair> chair) =>
        Assert.True((await clinic.As(Role.Manager, (ResourceDesk desk) => desk.Retire(new(chair.Value), default))).Value!.IsRetired);

    private static Task<Outcome<Session>> CheckIn(ClinicInMemory clinic, ChairInMemory seat) =>
        clinic.As(Role.Nurse, (ArrivingDesk desk) => desk.CheckIn(seat.Session, new() { Chair = seat.Chair.Value, Name = true, BirthDate = true }, seat.Stamp(), default));
}
