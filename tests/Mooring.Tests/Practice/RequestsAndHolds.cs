using Mooring.Clinical;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Archiving;
using Mooring.Practice.Privacy;

namespace Mooring.Tests.Practice;

/// <summary>What patients ask about their record has a last day, and a held chart stays.</summary>
public class RequestsAndHolds
{
    [Theory]
    [InlineData(PrivacyRequestKind.Amendment, "2026-05-01", "2026-05-31")]
    [InlineData(PrivacyRequestKind.Copy, "2026-04-01", "2026-05-01")]
    [InlineData(PrivacyRequestKind.Accounting, "2026-05-01", "2026-05-31")]
    public async Task Are_due_by_the_law_and_once_longer_with_a_reason(PrivacyRequestKind kind, string due, string longer)
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var request = (await clinic.As(Role.FrontDesk, (RequestDesk desk) => desk.Receive(patient, kind, new(2026, 3, 2), "The weight of May is wrong.", default))).Value;
        var first = Assert.Single(await clinic.As(Role.FrontDesk, (RequestDesk desk) => desk.Of(patient, default)));

        Assert.True((await clinic.As(Role.FrontDesk, (RequestDesk desk) => desk.TakeLonger(request, "Records elsewhere.", default))).IsDone);
        var twice = await clinic.As(Role.FrontDesk, (RequestDesk desk) => desk.TakeLonger(request, "Again.", default));
        var then = Assert.Single(await clinic.As(Role.FrontDesk, (RequestDesk desk) => desk.Of(patient, default)));

        Assert.Equal((DateOnly.ParseExact(due, "yyyy-MM-dd"), DateOnly.ParseExact(longer, "yyyy-MM-dd")), (first.DueOn, then.DueOn));
        Assert.Equal("PRV154", Assert.Single(twice.Refusals).Code);
    }

    [Fact]
    public async Task Are_closed_once_with_what_the_patient_was_told()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var request = (await clinic.As(Role.FrontDesk, (RequestDesk desk) => desk.Receive(patient, PrivacyRequestKind.Copy, null, "All of it.", default))).Value;

        var silent = await clinic.As(Role.Manager, (RequestDesk desk) => desk.Close(request, RequestOutcome.Granted, " ", default));
        var closed = await clinic.As(Role.Manager, (RequestDesk desk) => desk.Close(request, RequestOutcome.Granted, "Handed over.", default));
        var again = await clinic.As(Role.Manager, (RequestDesk desk) => desk.Close(request, RequestOutcome.Denied, "No.", default));

        Assert.Equal(("PRV156", true, "PRV157"), (silent.Refusals[0].Code, closed.IsDone, again.Refusals[0].Code));
        Assert.Empty(await clinic.As(Role.PrivacyOfficer, (RequestDesk desk) => desk.Open(default)));
    }

    [Fact]
    public async Task Hold_a_chart_against_the_archive_until_the_officer_ends_it()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await clinic.As(Role.Manager, (HoldDesk desk) => desk.Put(patient, "Letter of a court.", default));

        var held = await clinic.As(Role.FrontDesk, (ArchiveDesk desk) => desk.Put(patient, "Moved away.", default));
        var manager = await clinic.As(Role.Manager, (HoldDesk desk) => desk.Lift(patient, default));
        await clinic.As(Role.PrivacyOfficer, (HoldDesk desk) => desk.Lift(patient, default));

        Assert.Equal(("PRV160", "WEB150"), (Assert.Single(held.Refusals).Code, manager.Refusals[0].Code));
        Assert.True((await clinic.As(Role.FrontDesk, (ArchiveDesk desk) => desk.Put(patient, "Moved away.", default))).IsDone);
    }
}
