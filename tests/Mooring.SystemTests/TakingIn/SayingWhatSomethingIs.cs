using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Facts;
using Mooring.Clinical.Patients;
using Mooring.Clinical.Recognition;
using Mooring.Clinical.Rules;
using Mooring.Practice.Histories;
using Mooring.Practice.Recognition;
using Mooring.Practice.Screening;
using Mooring.Storage;
using Mooring.Storage.Audit;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.TakingIn;

/// <summary>"Not recognized: what is this?", from the list to the screening and back.</summary>
public class SayingWhatSomethingIs
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Counts_in_every_chart_of_the_clinic_until_it_is_taken_back(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var (one, other) = (await clinic.Refer("Noor"), await clinic.Refer("Wren"));
        await Tell(clinic, one, new MedicineReported(new("Blorbamil 20 mg", null, IsTaken: true)));
        await Tell(clinic, other, new MedicineReported(new("blorbamil ER", null, IsTaken: true)), new ConditionReported(new("Blorbosis", null, null, ConditionStatus.Active)));

        var open = await Desk(clinic, desk => desk.Open(CancellationToken.None));
        var medicine = open.Single(each => each.Of == EntryKind.Medicine);
        Assert.Equal((2, 2), (medicine.Times, medicine.In.Count));
        Assert.Contains("IX-MAOI", medicine.Rules);
        Assert.Contains("CI-ICH", open.Single(each => each.Of == EntryKind.Condition).Rules);
        Assert.Equal(Finding.Unknown, await Maoi(clinic, one));

        var id = Guid.CreateVersion7();
        var said = await Desk(clinic, desk => desk.Say(id, new(EntryKind.Medicine, medicine.Text, "Nardil", [], false, "Read on the bottle"), CancellationToken.None));
        await Desk(clinic, desk => desk.Say(id, new(EntryKind.Medicine, medicine.Text, "Nardil", [], false, "Read on the bottle"), CancellationToken.None));

        Assert.Equal(["phenelzine"], said.Value!.Ingredients);
        Assert.Equal(Finding.Met, await Maoi(clinic, one));
        Assert.Equal(Finding.Met, await Maoi(clinic, other));
        Assert.DoesNotContain(await Desk(clinic, desk => desk.Open(CancellationToken.None)), each => each.Of == EntryKind.Medicine);

        await Desk(clinic, desk => desk.TakeBack(id, "It was another bottle", CancellationToken.None));

        Assert.Equal(Finding.Unknown, await Maoi(clinic, other));
        Assert.Equal("It was another bottle", Assert.Single(await Desk(clinic, desk => desk.All(CancellationToken.None))).RevokedBecause);
        var lines = await clinic.As(Role.Prescriber, services => services.GetRequiredService<MooringDb>().Set<AuditRow>().AsNoTracking().Where(line => line.Subject == "resolutions").OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(CancellationToken.None));
        Assert.Equal(["added", "changed"], lines);
    }

    [Fact]
    public async Task Is_refused_with_a_reason()
    {
        await using var clinic = await TestClinic.Open(Engine.Sqlite);

        Assert.Equal(["REC101"], await Refused(clinic, Role.Nurse, new(EntryKind.Medicine, "blorbamil", "Nardil", [], false, "bottle")));
        Assert.Equal(["REC103"], await Refused(clinic, Role.Prescriber, new(EntryKind.Medicine, "blorbamil", "Nardil, Blorbex", [], false, "bottle")));
        Assert.Equal(["REC102", "REC104", "REC105"], await Refused(clinic, Role.Prescriber, new(EntryKind.Medicine, " ", null, [], false, null)));
        Assert.Equal(["REC104"], await Refused(clinic, Role.Prescriber, new(EntryKind.Condition, "blorbosis", null, ["mania"], true, "letter")));
        Assert.Equal(["REC108"], await Refused(clinic, Role.Prescriber, new(EntryKind.Condition, "blorbosis", null, ["lithium"], false, "letter")));
        Assert.Empty(await Refused(clinic, Role.Prescriber, new(EntryKind.Condition, "blorbosis", null, [], true, "letter")));
        Assert.Equal(["REC106"], await Refused(clinic, Role.Prescriber, new(EntryKind.Condition, "Blorbosis", null, ["mania"], false, "letter")));
        Assert.Equal("REC107", Assert.Single((await Desk(clinic, desk => desk.TakeBack(Guid.CreateVersion7(), "x", CancellationToken.None))).Refusals).Code);
    }

    [Fact]
    public async Task Can_be_done_by_keyboard_by_a_prescriber_and_by_nobody_else()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var patient = await clinic.Refer();
        var page = await Browser.Page(clinic, Role.Prescriber);
        await page.GotoAsync("/unrecognized");
        Assert.True(await page.GetByText("Everything is recognized").IsVisibleAsync());
        await Tell(clinic, patient, new MedicineReported(new("Blorbamil 20 mg", null, IsTaken: true)), new ConditionReported(new("Blorbosis", null, null, ConditionStatus.Active)));

        await page.GotoAsync($"/patients/{patient.Value}/history");
        Assert.Equal(2, await page.GetByText("not recognized", new() { Exact = true }).CountAsync());
        await page.GotoAsync("/unrecognized");
        Assert.Empty(await Axe.Broken(page));
        await page.GetByLabel("It is the medicine").FocusAsync();
        await page.Keyboard.TypeAsync("Blorbex");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("is not recognized either").First.WaitForAsync();
        Assert.Equal("Blorbex", await page.GetByLabel("It is the medicine").InputValueAsync());
        Assert.Empty(await Axe.Broken(page));
        await page.GetByLabel("It is the medicine").FillAsync("phenelzine");
        await page.GetByLabel("How do you know?").First.FillAsync("Read on the bottle");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("it is phenelzine").WaitForAsync();

        using var nurse = await clinic.Visitor(Role.Nurse);
        using var answer = await nurse.GetAsync(new Uri("/unrecognized", UriKind.Relative), CancellationToken.None);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, answer.StatusCode);
        await page.Context.DisposeAsync();
    }

    private static Task Tell(TestClinic clinic, Id<Patient> patient, params HistoryChange[] changes) => clinic.As(Role.Prescriber, async services =>
    {
        var told = await services.GetRequiredService<HistoryDesk>().Change(patient, [.. changes, new ListReviewed(HistoryList.Medicines)], CancellationToken.None);
        Assert.True(told.IsDone);
    });

    private static async Task<Finding> Maoi(TestClinic clinic, Id<Patient> patient)
    {
        var evaluation = await clinic.As(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>().Evaluate(patient, "TRD-ESK-IN", CancellationToken.None));
        return evaluation.Findings.Where(finding => finding is { Rule: "IX-MAOI", Level: Level.Caution }).Select(finding => finding.Finding).DefaultIfEmpty(Finding.Unknown).First();
    }

    private static async Task<string[]> Refused(TestClinic clinic, Role role, SayDraft draft)
    {
        var said = await clinic.As(role, services => services.GetRequiredService<ResolutionDesk>().Say(Guid.CreateVersion7(), draft, CancellationToken.None));
        return [.. said.Refusals.Select(refusal => refusal.Code)];
    }

    private static Task<T> Desk<T>(TestClinic clinic, Func<ResolutionDesk, Task<T>> ask) => clinic.As(Role.Prescriber, services => ask(services.GetRequiredService<ResolutionDesk>()));
}
