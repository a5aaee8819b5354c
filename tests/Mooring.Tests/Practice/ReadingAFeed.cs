using Ical.Net;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Practice.Scheduling;

namespace Mooring.Tests.Practice;

/// <summary>A calendar program reads back what was booked, and nothing of anybody.</summary>
public class ReadingAFeed
{
    private static readonly DateOnly Tuesday = new(2026, 3, 3);

    [Fact]
    public async Task Says_when_and_where_and_neither_who_nor_what_for()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (token, _, text) = await Booked(clinic);

        var read = Calendar.Load(text)!;
        var one = Assert.Single(read.Events);
        Assert.Equal("Chair 1, 9:00 AM", one.Summary);
        Assert.Equal(("PRIVATE", "CONFIRMED", "OPAQUE"), (one.Class, one.Status, one.Transparency));
        Assert.Equal(("America/Chicago", new DateTime(2026, 3, 3, 9, 0, 0, DateTimeKind.Unspecified)), (one.DtStart!.TzId, one.DtStart.Value));
        Assert.Equal(new DateTime(2026, 3, 3, 17, 10, 0, DateTimeKind.Utc), one.EffectiveDuration is var length ? one.DtStart.AsUtc + TimeSpan.FromHours(2) + TimeSpan.FromMinutes(10) : default);
        Assert.Equal("America/Chicago", Assert.Single(read.TimeZones).TzId);
        foreach (var word in new[] { "Noor", "Willow", "ketamine", "nfusion", "session", "M-10", "depress", "dose" })
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(43, token.Length);
    }

    [Fact]
    public async Task Keeps_its_id_through_a_move_and_a_cancellation_and_forgets_it_after_ninety_days()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (token, id, before) = await Booked(clinic);
        await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Move(new() { Id = id, Day = Tuesday, Time = new(11, 0), Because = "The patient works" }, default));
        var moved = await Read(clinic, token);
        await clinic.As(Role.FrontDesk, (AttendanceDesk desk) => desk.Cancel(id, EndCause.Patient, "Has a cold", default));
        var canceled = await Read(clinic, token);
        clinic.Clock.Pass(60 * 24 * 89);
        var kept = await Read(clinic, token);
        clinic.Clock.Pass(60 * 24 * 2);
        var gone = await Read(clinic, token);

        var all = new[] { before, moved, canceled }.Select(text => Assert.Single(Calendar.Load(text!)!.Events)).ToList();
        Assert.Single(all.Select(one => one.Uid).Distinct());
        Assert.Equal([0, 1, 2], all.Select(one => one.Sequence));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], all.Select(one => one.Status));
        Assert.Equal("TRANSPARENT", all[2].Transparency);
        Assert.Equal(11, all[1].DtStart!.Value.Hour);
        Assert.Single(Calendar.Load(kept!)!.Events);
        Assert.Empty(Calendar.Load(gone!)!.Events);
    }

    [Fact]
    public async Task Is_made_for_oneself_by_everybody_and_for_chairs_by_who_manages_them()
    {
        await using var clinic = await ClinicInMemory.Open();
        var chair = await clinic.Seats.Chair("Chair 1", "Room A");
        var nurse = ClinicInMemory.Person(Role.Nurse).Id;

        var own = await clinic.As(Role.Nurse, (FeedDesk desk) => desk.Make(new(nurse), "phone", default));
        var foreign = await clinic.As(Role.Manager, (FeedDesk desk) => desk.Make(new(nurse), "phone", default));
        var desk = await clinic.As(Role.FrontDesk, (FeedDesk desk) => desk.Make(new(chair.Id.Value), "screen", default));

        Assert.Empty(own.Refusals);
        Assert.Equal("SCH160", Assert.Single(foreign.Refusals).Code);
        Assert.Equal("WEB150", Assert.Single(desk.Refusals).Code);
        Assert.NotNull(await Read(clinic, own.Value!.Token));
        Assert.Empty((await clinic.As(Role.Manager, (FeedDesk desk) => desk.Revoke(own.Value.What.Id, default))).Refusals);
        Assert.Null(await Read(clinic, own.Value.Token));
        Assert.Null(await Read(clinic, null));
    }

    private static async Task<(string Token, Id<Appointment> Id, string Text)> Booked(ClinicInMemory clinic)
    {
        var chair = await clinic.Seats.Chair("Chair 1", "Room A");
        var patient = await ChairInMemory.TakenIn(clinic);
        var booked = await clinic.As(Role.FrontDesk, (BookingDesk desk) => desk.Book(new() { Patient = patient, Type = "dosing-iv", Day = Tuesday, Time = new(9, 0), Note = "Infusion for Noor Willow" }, default));
        var token = (await clinic.As(Role.Manager, (FeedDesk desk) => desk.Make(new(chair.Id.Value), "screen", default))).Value!.Token;
        return (token, booked.Value!.What.Id, (await Read(clinic, token))!);
    }

    private static Task<string?> Read(ClinicInMemory clinic, string? token) => clinic.As(actor: null, (FeedDesk desk) => desk.Read(token, default));
}
