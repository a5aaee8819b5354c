using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Surveillance;
using Mooring.Practice.Histories;
using Mooring.Practice.Surveillance;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;

namespace Mooring.SystemTests.Surveillance;

public class WhatIsDue
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Is_done_by_the_sheet_or_the_measure_it_names(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(engine);
        var before = await Due(care);

        await care.Answer("urinary-screen", 0, 0, 0, 0, 0, 0);
        await Measure(care, "alt", 31);
        await Measure(care, "egfr", 92);

        Assert.Equal(["bladder", "kidney", "liver", "thyroid", "cognition", "pdmp", "drug-screen", "blood-pressure"], before.Select(due => due.Check.Id));
        Assert.Equal(["thyroid", "cognition", "pdmp", "drug-screen", "blood-pressure"], (await Due(care)).Select(due => due.Check.Id));
    }

    [Fact]
    public async Task Stands_on_the_patients_page_with_its_source()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(start: true);
        using var nurse = await care.Clinic.Visitor(Role.Nurse);

        var page = await nurse.GetStringAsync(new Uri($"/patients/{care.Patient}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Mini-Cog, SLUMS, 6-CIT or MoCA", page, StringComparison.Ordinal);
        Assert.Contains("Before the first session; never done here", page, StringComparison.Ordinal);
        Assert.Contains("Defaults proposed with this product", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_nothing_for_somebody_who_is_not_here()
    {
        await using var care = await CareClinic.WithSomeoneTakenIn();

        Assert.Empty(await care.Ask(Role.Nurse, services => services.GetRequiredService<SurveillanceDesk>().DueFor(new(Guid.CreateVersion7(care.Clock.Now)), CancellationToken.None)));
    }

    private static Task<IReadOnlyList<DueCheck>> Due(CareClinic care) =>
        care.Ask(Role.Nurse, services => services.GetRequiredService<SurveillanceDesk>().DueFor(care.Patient, CancellationToken.None));

    private static Task Measure(CareClinic care, string measure, double value) => care.Ask(Role.Nurse, services => services.GetRequiredService<MeasurementDesk>()
        .Add(care.Patient, Id<Measurement>.New(care.Clock.Now), measure, value, care.Clock.Now, CancellationToken.None));
}
