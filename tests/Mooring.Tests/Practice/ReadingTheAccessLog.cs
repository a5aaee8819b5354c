using Mooring.Clinical;
using Mooring.Practice.Patients;
using Mooring.Practice.Records;

namespace Mooring.Tests.Practice;

/// <summary>Who saw and who changed what, asked by somebody whose work it is.</summary>
public class ReadingTheAccessLog
{
    private static readonly AccessQuestion All = new(null, null, null, null, null);

    [Fact]
    public async Task Tells_what_was_done_about_a_patient_and_by_whom()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var number = (await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Find(patient, default)))!.Number;

        var page = await clinic.As(Role.Manager, (AccessLogDesk desk) => desk.Ask(All with { Number = number }, default));

        Assert.Contains(page.Value!.Lines, line => line.Action == "added" && line.Patient == number && line.Actor == ClinicInMemory.Person(Role.FrontDesk).Name);
    }

    [Theory]
    [InlineData(Role.Nurse, null, "WEB150")]
    [InlineData(Role.Manager, "M-9999", "ACL101")]
    public async Task Is_refused_to_who_may_not_and_for_a_number_that_nobody_has(Role role, string? number, string code)
    {
        await using var clinic = await ClinicInMemory.Open();

        var page = await clinic.As(role, (AccessLogDesk desk) => desk.Ask(All with { Number = number }, default));

        Assert.Equal([code], page.Refusals.Select(refusal => refusal.Code));
    }
}
