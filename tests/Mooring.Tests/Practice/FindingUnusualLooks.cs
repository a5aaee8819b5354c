using Mooring.Clinical;
using Mooring.Clinical.Privacy;
using Mooring.Practice.Privacy;
using Mooring.Practice.Records;
using Mooring.Storage.Audit;

namespace Mooring.Tests.Practice;

/// <summary>Unusual looks wait for the privacy officer until an outcome is written, and are found once.</summary>
public class FindingUnusualLooks
{
    [Fact]
    public async Task Makes_one_line_of_a_look_and_closes_it_with_an_outcome()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        await clinic.As(Role.PrivacyOfficer, (RestrictionDesk desk) => desk.Restrict(patient, RestrictionKind.KnownPerson, "Known in public.", default));
        await Look(clinic, patient.Value);

        var (first, second) = (await Find(clinic), await Find(clinic));
        var found = Assert.Single(await clinic.As(Role.PrivacyOfficer, (LookDesk desk) => desk.All(default)));
        var empty = await clinic.As(Role.PrivacyOfficer, (LookDesk desk) => desk.Close(found.Id, null, " ", default));
        var closed = await clinic.As(Role.PrivacyOfficer, (LookDesk desk) => desk.Close(found.Id, ReviewFinding.Justified, "Was asked to help.", default));

        Assert.Equal((1, 0), (first, second));
        Assert.Equal((LookKind.Restricted, "Nurse Rowan"), (found.Kind, found.Person));
        Assert.Equal(["PRV125", "PRV126"], empty.Refusals.Select(refusal => refusal.Code));
        Assert.True(closed.IsDone);
        Assert.Empty(await clinic.As(Role.Manager, (LookDesk desk) => desk.All(default)));
    }

    [Fact]
    public async Task Says_nothing_of_the_chart_of_somebody_who_has_just_been_taken_in()
    {
        await using var clinic = await ClinicInMemory.Open();
        await Look(clinic, (await ChairInMemory.TakenIn(clinic)).Value);

        Assert.Equal(0, await Find(clinic));
    }

    private static Task<int> Find(ClinicInMemory clinic) => clinic.As(Actor.Job("unusual looks"), (LooksOfADay looks) => looks.Find(default));

    private static Task<bool> Look(ClinicInMemory clinic, Guid patient) => clinic.As(Role.Nurse, async (ChartReads reads) =>
    {
        await reads.Write(ReadKind.Viewed, "/patients/{id}", "one", [patient], null, isUrgent: false, default);
        return true;
    });
}
