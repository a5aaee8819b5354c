using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Screening;
using Mooring.Content.Library;
using Mooring.Practice.Planning;
using Mooring.Practice.Plans;
using Mooring.Practice.Tasks;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Courses;

/// <summary>Each decision that waits stands on the front page of whose it is, one line with its verb, its name and since when.</summary>
public class WhatWaitsForWhom
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Follows_a_person_from_the_referral_to_the_first_session(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(engine);
        Assert.Contains("Get the questionnaires: Noor W.", await Titles(care, Role.Nurse));
        await care.FillIn();
        Assert.Contains("Go through the history: Noor W.", await Titles(care, Role.Therapist));

        care.Clock.Now = care.Clock.Now.AddHours(2);
        await care.Tell();
        var reviewed = care.Clock.Now;
        care.Clock.Now = care.Clock.Now.AddHours(1);
        var decide = Assert.Single(await Waiting(care, Role.Prescriber), task => task.Title == "Decide on screening: Noor W.");
        Assert.Equal((reviewed, TaskKind.DecideScreening, care.Patient.Value), (decide.Since, decide.Kind, decide.Patient));
        Assert.DoesNotContain("Decide on screening: Noor W.", await Titles(care, Role.Nurse));
        Assert.DoesNotContain(await Titles(care, Role.FrontDesk), title => title.Contains("screening", StringComparison.Ordinal));

        Assert.Empty((await care.FindEligible()).Refusals);
        foreach (var role in new[] { Role.Prescriber, Role.Nurse, Role.Therapist })
            Assert.Contains("Go through consent: Noor W.", await Titles(care, role));
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Contains("Make the plan: Noor W.", await Titles(care, Role.Prescriber));
        Assert.DoesNotContain("Make the plan: Noor W.", await Titles(care, Role.Nurse));
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        Assert.DoesNotContain(await Titles(care, Role.Prescriber), title => title.StartsWith("Make the plan", StringComparison.Ordinal));

        var first = (await care.Ask(Role.Nurse, services => services.GetRequiredService<VisitDesk>().Of(care.Patient, Cancel))).First(visit => visit.What.Kind == Clinical.Protocols.VisitKind.Dosing);
        care.Clock.Now = new(first.What.On, new(16, 0), TimeSpan.Zero);
        Assert.Contains("Open session 1: Noor W.", await Titles(care, Role.Nurse));
        Assert.Contains("Comes today: Noor W.", await Titles(care, Role.FrontDesk));
        // What it was decided on has grown old meanwhile, and no session opens on it.
        Assert.Contains("Decide on screening again: Noor W.", await Titles(care, Role.Prescriber));
    }

    [Fact]
    public async Task Names_a_consent_and_an_eligibility_before_they_end()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();
        await care.FillIn();
        await care.Tell();
        Assert.Empty((await care.FindEligible()).Refusals);
        Assert.Empty((await care.Consent()).Refusals);
        Assert.Empty((await care.Sign(CareClinic.PlanForm("50"))).Refusals);
        var began = care.Clock.Now;

        care.Clock.Now = began.AddDays(70);
        var (early, nurses) = (await Titles(care, Role.Prescriber), await Titles(care, Role.Nurse));
        care.Clock.Now = began.AddDays(80);
        var eligibility = await Titles(care, Role.Prescriber);
        care.Clock.Now = began.AddDays(345);
        var consent = await Titles(care, Role.Nurse);

        Assert.DoesNotContain("Eligibility ends soon: Noor W.", early);
        Assert.DoesNotContain("Consent ends soon: Noor W.", nurses);
        Assert.Contains("Eligibility ends soon: Noor W.", eligibility);
        Assert.Contains("Consent ends soon: Noor W.", consent);
    }

    [Fact]
    public async Task Asks_another_prescriber_to_agree_as_medical_director_under_their_own_name()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        var decided = await PassForTheDirector(care);

        var missing = await care.Ask(Role.Prescriber, services => services.GetRequiredService<PlanDesk>().Missing(care.Patient, services.GetRequiredService<CourseContent>().Protocol(CareClinic.Protocol)!, Cancel));
        var decider = care.Clinic.Staff[Role.Prescriber].Id;
        var (mine, theirs) = (await Titles(care, Role.Prescriber, decider), await Titles(care, Role.Prescriber, CareClinic.Director.Id));
        var byDecider = await care.Agree(decided, care.Clinic.Person(Role.Prescriber));
        var byNurse = await care.Agree(decided, care.Clinic.Person(Role.Nurse));
        var byDirector = await care.Agree(decided, CareClinic.Director);

        Assert.Contains(missing, refusal => refusal.Code == "CRS115" && refusal.Says.Contains("medical director", StringComparison.Ordinal));
        Assert.Contains("Agree as medical director: Noor W.", theirs);
        Assert.DoesNotContain("Agree as medical director: Noor W.", mine);
        Assert.Equal(["SCR314"], byDecider.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["SCR313"], byNurse.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(byDirector.Refusals);
        Assert.Equal("Quill Maple", (await care.Standing())!.Decision.AgreedBy?.Name);
        Assert.Contains("Go through consent: Noor W.", await Titles(care, Role.Prescriber, decider));
    }

    [Fact]
    public async Task Counts_beside_the_menu_and_takes_a_new_fact_on_the_way_from_screening_and_back()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FillIn();
        var page = await Browser.Page(care.Clinic, Role.Prescriber);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { NameString = "Decide on screening: Noor W." }).ClickAsync();
        var counted = await page.Locator(".places .waiting").InnerTextAsync();
        await page.GotoAsync($"/patients/{care.Patient}");
        var before = await page.Locator("#due .facts-missing li").CountAsync();
        var says = await page.Locator(".next-step").InnerTextAsync();

        await page.GotoAsync($"/patients/{care.Patient}/screening?protocol={CareClinic.Protocol}");
        var onScreening = await page.Locator("#missing .facts-missing li").CountAsync();
        await page.Locator("#missing a[href*='measure=systolic']").ClickAsync();
        await page.WaitForURLAsync("**/history?*");
        Assert.Equal("systolic", await page.InputValueAsync("#measure"));
        await page.FillAsync("#measurements #value", "128");
        await page.Done(page.Locator("#measurements button"));

        Assert.EndsWith($"/patients/{care.Patient}/screening?protocol={CareClinic.Protocol}", page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#missing a[href*='measure=systolic']").CountAsync());
        Assert.Equal(onScreening - 1, await page.Locator("#missing .facts-missing li").CountAsync());
        Assert.Contains($"{before} facts that rules require are missing", says, StringComparison.Ordinal);
        Assert.True(int.Parse(counted.Split(' ', '\n')[0], System.Globalization.CultureInfo.InvariantCulture) > 0);
        foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('#missing a, .finding .enter a')].map(a => a.getAttribute('href'))"))
        {
            // Null where only the part of the page is another.
            Assert.True(await page.GotoAsync(link) is null or { Status: 200 }, link);
            Assert.True(await page.GetByRole(AriaRole.Link, new() { Name = "Back to screening" }).IsVisibleAsync(), link);
        }

        Assert.Empty(await Axe.Broken(page));
        await page.Context.DisposeAsync();
    }

    private static async Task<Id<EligibilityDecision>> PassForTheDirector(CareClinic care)
    {
        await care.FillIn();
        // No blood pressure was measured: passing that asks for the medical director.
        var decided = await care.PassAll();
        Assert.Empty(decided.Refusals);
        Assert.Contains(decided.Value!.ForDirector, finding => finding.Override == Override.PrescriberAndDirector);
        return decided.Value.Id;
    }

    private static Task<IReadOnlyList<WaitingTask>> Waiting(CareClinic care, Role role, Guid? me = null) => care.WaitingFor(role, me);

    private static async Task<IReadOnlyList<string>> Titles(CareClinic care, Role role, Guid? me = null) => [.. (await Waiting(care, role, me)).Select(task => task.Title)];
}
