using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Access;

namespace Mooring.Tests.Practice;

/// <summary>Links of patients: a few guesses, one device, and an end.</summary>
public class LinksOfPatients
{
    private static readonly DateOnly Born = new(1984, 3, 9);

    [Fact]
    public async Task Are_ended_by_a_newer_one_and_by_the_clinic_and_sign_ins_with_them()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var first = await Make(clinic, patient);
        var opened = await Open(clinic, first, Born);

        var second = await Make(clinic, patient);
        var old = await Open(clinic, first, Born);
        var holds = await Holds(clinic, opened.Value!.Link);
        var again = await Open(clinic, second, Born);
        var ended = await clinic.As(Role.PrivacyOfficer, (PatientLinkDesk desk) => desk.End(again.Value!.Link, default));

        Assert.Equal("WEB120", Assert.Single(old.Refusals).Code);
        Assert.False(holds);
        Assert.Equal(patient.Value, ended.Value);
        Assert.False(await Holds(clinic, again.Value!.Link));
        Assert.Equal("WEB120", Assert.Single((await Open(clinic, second, Born)).Refusals).Code);
    }

    [Fact]
    public async Task Open_on_the_first_device_only()
    {
        await using var clinic = await ClinicInMemory.Open();
        var token = await Make(clinic, await ChairInMemory.TakenIn(clinic));

        var (phone, other, wrong, back) = (await Open(clinic, token, Born, "phone"), await Open(clinic, token, Born, "another"), await Open(clinic, token, Born.AddDays(1), "another"), await Open(clinic, token, Born, "phone"));

        Assert.True(phone.IsDone && back.IsDone);
        Assert.Equal("PRV181", Assert.Single(other.Refusals).Code);
        Assert.Equal("WEB120", Assert.Single(wrong.Refusals).Code);
    }

    [Fact]
    public async Task Judge_five_dates_in_a_window_that_grows()
    {
        await using var clinic = await ClinicInMemory.Open();
        var token = await Make(clinic, await ChairInMemory.TakenIn(clinic));
        async Task<bool> RightAfter(int wrong)
        {
            for (var day = 1; day <= wrong; day++)
                await Open(clinic, token, Born.AddDays(day));
            return (await Open(clinic, token, Born)).IsDone;
        }

        Assert.True(await RightAfter(4));
        Assert.False(await RightAfter(5));
        clinic.Clock.Pass(1 * 60);
        Assert.False(await RightAfter(5));
        clinic.Clock.Pass(1 * 60);
        Assert.False(await RightAfter(0));
        clinic.Clock.Pass(23 * 60);
        Assert.True(await RightAfter(0));
    }

    [Fact]
    public async Task Are_listed_with_who_made_them_where_they_went_and_what_opened_them()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var token = (await clinic.As(Role.FrontDesk, (PatientLinkDesk desk) => desk.Make(patient, "by text", default))).Value!;
        await Open(clinic, token, Born, "phone");

        var link = Assert.Single(await clinic.As(Role.PrivacyOfficer, (PatientLinkDesk desk) => desk.Live(default)));

        Assert.Equal(("FrontDesk Rowan", "by text", "iPhone", true), (link.MadeBy, link.SentTo, link.Device, link.LastOpenedAt is not null));
        Assert.Empty(await clinic.As(Role.Nurse, (PatientLinkDesk desk) => desk.Live(default)));
    }

    private static async Task<string> Make(ClinicInMemory clinic, Id<Patient> patient) => (await clinic.As(Role.FrontDesk, (PatientLinkDesk desk) => desk.Make(patient, null, default))).Value!;

    private static Task<Outcome<OpenedLink>> Open(ClinicInMemory clinic, string token, DateOnly born, string? device = null) =>
        clinic.As(null, (PatientLinkDesk desk) => desk.Open(token, born, device, "iPhone", default));

    private static Task<bool> Holds(ClinicInMemory clinic, string link) => clinic.As(null, (PatientLinkDesk desk) => desk.Holds(link, default));
}
