using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Practice.Patients;
using Mooring.Practice.Tasks;

namespace Mooring.Tests.Practice;

/// <summary>Finding a patient by whatever the caller says: a part of the name in any script, the number, the phone, the birth date.</summary>
public class FindingSomeone
{
    [Theory]
    [InlineData("núñ")]
    [InlineData("NUNEZ ana")]
    [InlineData("312 555 0199")]
    [InlineData("(312) 555-019")]
    [InlineData("+1 312.555.0199")]
    [InlineData("3/14/1966")]
    [InlineData("1966-03-14")]
    [InlineData("March 14, 1966")]
    [InlineData("14 Mar 1966")]
    [InlineData("nunez 3/14/66")]
    public async Task Is_possible_by(string words)
    {
        await using var clinic = await ClinicInMemory.Open();
        var ana = await TakeIn(clinic, "Ana", "Núñez", new(1966, 3, 14), "(312) 555-0199");
        await TakeIn(clinic, "Theo", "Willow", new(1990, 1, 2), "312 555 0288");

        Assert.Equal([ana], (await Search(clinic, words)).Select(patient => patient.Id));
    }

    [Theory]
    [InlineData("Юлия", "юли")]
    [InlineData("小林", "林")]
    public async Task Is_possible_in_any_script(string given, string words)
    {
        await using var clinic = await ClinicInMemory.Open();
        var one = await TakeIn(clinic, given, "Willow", new(1990, 1, 2), null);
        await TakeIn(clinic, "Theo", "Willow", new(1990, 1, 2), null);

        Assert.Equal([one], (await Search(clinic, words)).Select(patient => patient.Id));
    }

    [Theory]
    [InlineData("3/15/1966")]
    [InlineData("555 0100")]
    [InlineData("nunez 1/2/1990")]
    [InlineData("%")]
    public async Task Finds_nobody_by(string words)
    {
        await using var clinic = await ClinicInMemory.Open();
        await TakeIn(clinic, "Ana", "Núñez", new(1966, 3, 14), "(312) 555-0199");

        Assert.Empty(await Search(clinic, words));
    }

    [Fact]
    public void Reads_what_was_typed()
    {
        Assert.Equal((null, new DateOnly(1966, 3, 14)), (SoughtPatient.Of("3/14/1966").Digits, SoughtPatient.Of("3/14/1966").Born));
        Assert.Equal("3125550199", SoughtPatient.Of("1-312-555-0199").Digits);
        Assert.Null(SoughtPatient.Of("M-1008").Digits);
        Assert.Null(SoughtPatient.Of("12").Digits);
        Assert.Equal(SoughtPatient.Longest, SoughtPatient.Of(new string('x', 500)).Words.Single().Length);
        Assert.Empty(SoughtPatient.Of(null).Words);
        Assert.Equal((null, null), (SoughtPatient.Of(null).Digits, SoughtPatient.Of(null).Born));
    }

    [Fact]
    public async Task Says_where_each_stands_to_those_who_read_charts_only()
    {
        await using var clinic = await ClinicInMemory.Open();
        var ana = await TakeIn(clinic, "Ana", "Núñez", new(1966, 3, 14), null);

        var nurse = Assert.Single(await Lines(clinic, Role.Nurse));
        var desk = Assert.Single(await Lines(clinic, Role.FrontDesk));

        Assert.Equal((ana, "Screening"), (nurse.Patient.Id, nurse.Step));
        Assert.Equal((ana, null), (desk.Patient.Id, desk.Step));
        Assert.DoesNotContain("{name}", nurse.Waits ?? "", StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Patient>> Search(ClinicInMemory clinic, string words) => clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Search(words, default));

    private static async Task<IReadOnlyList<PatientLine>> Lines(ClinicInMemory clinic, Role role)
    {
        var patients = await clinic.As(role, (PatientDesk desk) => desk.Search(null, default));
        return await clinic.As(role, (PatientListDesk desk) => desk.Lines(patients, ClinicInMemory.Person(role), default));
    }

    private static async Task<Id<Patient>> TakeIn(ClinicInMemory clinic, string given, string family, DateOnly born, string? phone)
    {
        var patient = await ChairInMemory.TakenIn(clinic);
        var found = (await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Find(patient, default)))!;
        var changed = await clinic.As(Role.FrontDesk, (PatientDesk desk) => desk.Change(found with { GivenName = given, FamilyName = family, BirthDate = born, Phone = phone }, default));
        Assert.Empty(changed.Refusals);
        return patient;
    }
}
