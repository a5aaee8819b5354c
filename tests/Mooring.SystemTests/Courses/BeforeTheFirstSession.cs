using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Practice.Bedside;
using Mooring.Practice.Histories;
using Mooring.Practice.Medicines;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Surveillance;

namespace Mooring.SystemTests.Courses;

public class BeforeTheFirstSession
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stands_what_content_asks_for_or_it_is_not_opened()
    {
        await using var care = await Planned();

        var missing = await Open(care);
        await Measure(care, "alt", 24);
        var fewer = await Open(care);
        var waived = await care.GoWithout("Known from the referring clinic.");
        var opened = await Open(care);

        Assert.Equal("BSL101", Assert.Single(missing.Refusals).Code);
        Assert.All(["Liver", "Kidney and urine", "Thyroid", "Urine drug screen", "Prescription monitoring program"], title => Assert.Contains(title, missing.Refusals[0].Says, StringComparison.Ordinal));
        Assert.DoesNotContain("Liver", fewer.Refusals[0].Says, StringComparison.Ordinal);
        Assert.Empty(waived.Refusals.Concat(opened.Refusals));
    }

    [Fact]
    public async Task Is_gone_without_by_a_prescriber_with_a_reason_alone()
    {
        await using var care = await Planned();

        Assert.Equal("BSL103", Assert.Single((await care.GoWithout(" ")).Refusals).Code);
        Assert.Equal("BSL102", Assert.Single((await Waive(care, Role.Nurse, ["liver"])).Refusals).Code);
        Assert.Equal("BSL104", Assert.Single((await Waive(care, Role.Prescriber, [])).Refusals).Code);
        Assert.Equal("BSL105", Assert.Single((await Waive(care, Role.Prescriber, ["eyes"])).Refusals).Code);
    }

    [Fact]
    public async Task Tells_nurse_and_patient_what_is_left_out_and_when_it_is_taken_again()
    {
        await using var care = await Planned();
        MedicineHold line = new("Lisinopril", "the morning of the session", "with dinner");

        var none = await Write(care, [], allAsUsual: false);
        var half = await Write(care, [line with { Resume = "" }], allAsUsual: false);
        var both = await Write(care, [line], allAsUsual: true);
        var written = await Write(care, [line, new("Sertraline", "", "")], allAsUsual: false);

        Assert.Equal(["HLD104", "HLD102", "HLD105"], new[] { none, half, both }.Select(refused => Assert.Single(refused.Refusals).Code));
        Assert.Equal([line], written.Value!.Lines);
        Assert.Equal([line], (await care.Ask(Role.Nurse, services => services.GetRequiredService<HoldsDesk>().Now(care.Patient, Cancel)))!.Lines);
    }

    private static async Task<CareClinic> Planned()
    {
        var care = await CareClinic.WithSomeoneKnown();
        await care.FindEligible();
        await care.Consent();
        Assert.Empty((await care.Ask(Role.Prescriber, services => services.GetRequiredService<PlanDesk>().Sign(care.Patient, Id<Plan>.New(care.Clock.Now), CareClinic.PlanForm("50"), Cancel))).Refusals);
        return care;
    }

    private static Task<Outcome<SessionPlan>> Open(CareClinic care) => care.Ask(Role.Nurse, async services =>
    {
        var visit = (await services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel)).First(visit => visit.What.Kind == VisitKind.Dosing);
        return await services.GetRequiredService<SessionOpening>().PlanFor(care.Patient, visit.Id, Cancel);
    });

    private static Task<Outcome<BaselineWaiver>> Waive(CareClinic care, Role by, IReadOnlyList<string> items) =>
        care.Ask(by, services => services.GetRequiredService<BaselineDesk>().Waive(care.Patient, Id<BaselineWaiver>.New(care.Clock.Now), items, "Known elsewhere.", Cancel));

    private static Task<Outcome<MedicineHolds>> Write(CareClinic care, IReadOnlyList<MedicineHold> lines, bool allAsUsual) =>
        care.Ask(Role.Prescriber, services => services.GetRequiredService<HoldsDesk>().Write(care.Patient, Id<MedicineHolds>.New(care.Clock.Now), lines, allAsUsual, Cancel));

    private static Task Measure(CareClinic care, string measure, double value) => care.Ask(Role.Nurse, services => services.GetRequiredService<MeasurementDesk>()
        .Add(care.Patient, Id<Measurement>.New(care.Clock.Now), measure, value, care.Clock.Now, Cancel));
}
