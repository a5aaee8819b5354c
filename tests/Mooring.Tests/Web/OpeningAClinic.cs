using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Tests.Practice;
using Mooring.Web.Pages.Today;

namespace Mooring.Tests.Web;

/// <summary>From the set-up link to the first treated patient: the list names what is missing, and a step is done when it is true.</summary>
public class OpeningAClinic
{
    [Fact]
    public async Task Names_every_step_with_where_it_is_done()
    {
        await using var clinic = await ClinicInMemory.Open();

        var steps = await Steps(clinic, clinic.Clinic with { IsDemo = false });

        Assert.Equal(
            ["Add the first chair", "Choose the protocols this clinic works by", "Read and sign what sessions are opened on", "Register the first patient", "Treat the first patient", "Write down the phone for patients"],
            Owed(steps).Order(StringComparer.Ordinal));
        Assert.Contains(steps, step => step is { Title: "Invite a prescriber", To: "/staff?role=Prescriber#invite", IsDone: true });
        Assert.Contains("3 files", steps.Single(step => step.Title.StartsWith("Read and sign", StringComparison.Ordinal)).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_step_off_when_it_is_true()
    {
        await using var clinic = await ClinicInMemory.Open();
        await clinic.Seats.Chair("Chair 1", "Room A");
        await ChairInMemory.TakenIn(clinic);

        var steps = await Steps(clinic, clinic.Clinic with { IsDemo = false, Phone = "312 555 0100", Formulary = ["KAP-IM"] });

        Assert.Equal(["Read and sign what sessions are opened on", "Treat the first patient"], Owed(steps).Order(StringComparer.Ordinal));
        Assert.Contains("KAP-IM", steps.Single(step => step.Title.StartsWith("Read and sign", StringComparison.Ordinal)).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_over_once_somebody_was_treated()
    {
        await using var clinic = await ClinicInMemory.Open();
        await (await ChairInMemory.Arriving(clinic)).Dosed();

        Assert.Empty(Owed(await Steps(clinic, clinic.Clinic)));
    }

    private static IEnumerable<string> Owed(IReadOnlyList<SetUpStep> steps) => steps.Where(step => step is { IsOwed: true, IsDone: false }).Select(step => step.Title);

    private static Task<IReadOnlyList<SetUpStep>> Steps(ClinicInMemory clinic, Clinic here) => clinic.As(Role.Manager, (IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<SetUpSteps>(services).Of(here, ClinicInMemory.Person(Role.Manager), default));
}
