using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Archiving;
using Mooring.Practice.Patients;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>Somebody who is not in care here any more is out of the lists, and not lost.</summary>
public class ArchivingAChart
{
    [Fact]
    public async Task Takes_it_out_of_lists_and_searches_until_somebody_brings_it_back()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        var put = await clinic.As(Role.FrontDesk, (ArchiveDesk desk) => desk.Put(patient, " Moved away. ", default));
        var (hidden, found, waiting) = (await Search(clinic, false), await Search(clinic, true), await Waiting(clinic));
        var back = await clinic.As(Role.FrontDesk, (ArchiveDesk desk) => desk.BringBack(patient, default));

        Assert.Equal(("Moved away.", "FrontDesk Rowan"), (put.Value!.Archived!.Because, put.Value.Archived.By));
        Assert.Empty(hidden);
        Assert.Equal([patient], found.Select(one => one.Id));
        Assert.Empty(waiting);
        Assert.Null(back.Value!.Archived);
        Assert.Equal([patient], (await Search(clinic, false)).Select(one => one.Id));
        Assert.NotEmpty(await Waiting(clinic));
    }

    [Fact]
    public async Task Is_refused_while_a_session_is_open_and_without_a_reason()
    {
        await using var clinic = await ClinicInMemory.Open();
        var seat = await ChairInMemory.Arriving(clinic);

        string[] codes =
        [
            .. Codes(await Put(clinic, seat.Patient, "Moved away.")),
            .. Codes(await Put(clinic, seat.Patient, " ")),
            .. Codes(await Put(clinic, Id<Patient>.New(clinic.Clock.GetUtcNow()), "Moved away.")),
            .. Codes(await clinic.As(Role.Nurse, (ArchiveDesk desk) => desk.BringBack(seat.Patient, default))),
            .. Codes(await clinic.As(Role.Biller, (ArchiveDesk desk) => desk.Put(seat.Patient, "Moved away.", default))),
        ];

        Assert.Equal(["ARC103", "ARC101", "STO105", "ARC106", "WEB150"], codes);
    }

    private static Task<Outcome<Patient>> Put(ClinicInMemory clinic, Id<Patient> patient, string because) =>
        clinic.As(Role.Nurse, (ArchiveDesk desk) => desk.Put(patient, because, default));

    private static Task<IReadOnlyList<Patient>> Search(ClinicInMemory clinic, bool archivedToo) =>
        clinic.As(Role.Nurse, (PatientDesk desk) => desk.Search("Willow", default, archivedToo));

    private static async Task<IReadOnlyList<WaitingTask>> Waiting(ClinicInMemory clinic)
    {
        await clinic.As(Role.Nurse, async (TaskRecount recount) =>
        {
            await recount.Settled();
            return true;
        });
        return await clinic.As(Role.Nurse, (WaitingDesk desk) => desk.All(ClinicInMemory.Person(Role.Nurse), default));
    }

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
