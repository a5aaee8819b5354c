using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Practice.Planning;
using Mooring.Practice.Settings;
using Mooring.SystemTests.Courses;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Settings;

public class OfferingProtocols
{
    private const string Other = "KAP-IV";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_manager_chooses_and_a_new_plan_finds_only_those()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        using var manager = await care.Clinic.Visitor(Role.Manager);
        using var prescriber = await care.Clinic.Visitor(Role.Prescriber);
        var page = $"/patients/{care.Patient}/plan/new";
        Assert.Contains($"value=\"{CareClinic.Protocol}\"", await prescriber.Page(page), StringComparison.Ordinal);

        using var saved = await manager.Post("/settings", "formulary", ("Form.Shown", "0"), ($"Form.Offered[{Other}]", "true"), ("Form.Offered[SI-IV]", "true"));

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        var form = await prescriber.Page(page);
        Assert.Contains($"value=\"{Other}\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{CareClinic.Protocol}\"", form, StringComparison.Ordinal);
        Assert.Contains($"Protocols offered: {Other}, SI-IV, before all that may run here", await manager.Page("/settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SET116")]
    [InlineData("SET117", "KAP-IX")]
    [InlineData("SET117", "KAP-IM", "TRD-ESK-IN-EU65")]
    public async Task Nothing_and_what_may_not_run_here_is_refused_at_the_list(string code, params string[] ticked)
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        using var manager = await care.Clinic.Visitor(Role.Manager);

        using var refused = await manager.Post("/settings", "formulary", [("Form.Shown", "0"), .. ticked.Select(id => ($"Form.Offered[{id}]", "true"))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var says = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(code == "SET116" ? "Offer at least one protocol" : "One of these is no protocol", says, StringComparison.Ordinal);
        Assert.Contains("href=\"#protocols\"", says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_by_another_is_refused_also_when_its_form_was_open_and_a_signed_plan_goes_on()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        await care.Consent();
        Assert.True((await care.Sign(CareClinic.PlanForm("50"))).IsDone);
        Assert.Empty((await care.Ask(Role.Manager, services => services.GetRequiredService<SettingsDesk>().Change(new FormularyChange([Other], [Other, CareClinic.Protocol]), 0, Cancel))).Refusals);
        using var prescriber = await care.Clinic.Visitor(Role.Prescriber);
        var page = $"/patients/{care.Patient}/plan/new?protocol={CareClinic.Protocol}";

        var again = await care.Sign(CareClinic.PlanForm("52"));
        using var posted = await prescriber.Post(page, "plan", Filled(CareClinic.PlanForm("52")));

        Assert.Equal("PLN110", Assert.Single(again.Refusals).Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        Assert.Contains($"This clinic does not offer {CareClinic.Protocol}.", await posted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var plan = await care.Ask(Role.Prescriber, services => services.GetRequiredService<PlanDesk>().Current(care.Patient, Cancel));
        Assert.Equal((50m, null), ((decimal)plan!.What.Dose.Request.Dose.Value, plan.EndedAt));
    }

    private static (string, string)[] Filled(PlanForm form) =>
    [
        ("Form.Id", $"{Guid.CreateVersion7()}"), ("Form.Weight", form.Weight!), ("Form.WeighedOn", $"{form.WeighedOn:yyyy-MM-dd}"), ("Form.Dose", form.Dose!),
        ("Form.DoseUnit", form.DoseUnit), ("Form.Minutes", form.Minutes ?? ""), ("Form.Bag", form.Bag ?? ""), ("Form.Stock", form.Stock ?? ""),
        ("Form.FirstDosing", $"{form.FirstDosing:yyyy-MM-dd}"), .. form.OpenDays.Select(day => ($"Form.Open[{day}]", "true")),
        ("Form.Act", "sign"),
    ];
}
