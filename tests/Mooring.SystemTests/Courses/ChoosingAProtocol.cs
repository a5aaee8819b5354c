using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Screening;
using Mooring.Practice.Content;
using Mooring.Practice.Screening;
using Mooring.Practice.Settings;
using Mooring.Storage;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Courses;

public class ChoosingAProtocol
{
    private const string Elsewhere = "TRD-ESK-IN-EU65";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("screening")]
    [InlineData("plan/new")]
    public async Task Is_left_to_the_prescriber(string page)
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        using var prescriber = await care.Clinic.Visitor(Role.Prescriber);

        var html = await prescriber.Page($"/patients/{care.Patient}/{page}");

        Assert.Contains("No protocol is chosen", html, StringComparison.Ordinal);
        Assert.Matches("<option value(=\"\")? selected[^>]*>Choose a protocol", html);
        Assert.DoesNotContain("Record the decision", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign the plan", html, StringComparison.Ordinal);
        foreach (var not in new[] { Elsewhere, "CRPS-IV-INPT", "EOL-PO", "EOL-ESK-IV" })
            Assert.DoesNotContain($"value=\"{not}\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"TRD-ESK-IN\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_was_decided_before()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        await care.FindEligible();
        using var prescriber = await care.Clinic.Visitor(Role.Prescriber);

        Assert.Contains($"name=\"Form.Protocol\" value=\"{CareClinic.Protocol}\"", await prescriber.Page($"/patients/{care.Patient}/screening"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_nobody_eligible_by_a_label_of_another_country()
    {
        await using var care = await CareClinic.WithSomeoneKnown();

        var decided = await care.Ask(Role.Prescriber, services => services.GetRequiredService<ScreeningDesk>().Decide(
            care.Patient, Id<EligibilityDecision>.New(care.Clock.Now), Elsewhere, new() { Choice = EligibilityChoice.Eligible }, Cancel));

        Assert.Equal(["SCR311"], decided.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Offers_it_where_that_label_holds()
    {
        await using var care = await CareClinic.WithSomeoneKnown();
        Assert.DoesNotContain(Elsewhere, await Offered(care));

        await care.Ask(Role.Manager, services => services.GetRequiredService<MooringDb>().Set<ClinicRow>()
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.TimeZone, "Asia/Hong_Kong"), Cancel));

        Assert.Contains(Elsewhere, await Offered(care));
    }

    private static Task<IEnumerable<string>> Offered(CareClinic care) => care.Ask(Role.Prescriber, async services =>
        (await services.GetRequiredService<ProtocolsHere>().Offered(Cancel)).Select(protocol => protocol.Id));
}
