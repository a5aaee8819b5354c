using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Screening;
using Mooring.Practice.Screening;
using Mooring.Practice.Timepoints;

namespace Mooring.Tests.Practice;

/// <summary>Which sheets are due and which facts are missing, for somebody who was taken in today.</summary>
public class WhatIsAskedNext
{
    [Fact]
    public async Task Is_by_the_plan_of_asking_for_a_patient_and_nothing_for_a_stranger()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        var due = await clinic.As(Role.Nurse, (AskingDesk desk) => desk.DueFor(patient, default));

        Assert.Contains(due, sheet => sheet.Instrument.Id == "phq-9" && sheet.IsForPatient);
        Assert.Empty(await clinic.As(Role.Nurse, (AskingDesk desk) => desk.DueFor(Id<Patient>.New(clinic.Clock.GetUtcNow()), default)));
    }

    [Fact]
    public async Task Is_every_fact_that_screening_lacks_until_somebody_is_found_not_eligible()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var before = await clinic.As(Role.Prescriber, (MissingFactsDesk desk) => desk.Of(patient, default));

        var decided = await clinic.As(Role.Prescriber, (ScreeningDesk desk) => desk.Decide(
            patient, Id<EligibilityDecision>.New(clinic.Clock.GetUtcNow()), "KAP-IM", new() { Choice = EligibilityChoice.NotEligible, Reason = "Declined." }, default));
        var after = await clinic.As(Role.Prescriber, (MissingFactsDesk desk) => desk.Of(patient, default));

        Assert.NotEmpty(before.Facts);
        Assert.Empty(decided.Refusals);
        Assert.Empty(after.Facts);
    }
}
