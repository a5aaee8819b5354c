using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Merging;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Courses;

namespace Mooring.SystemTests.TakingIn;

/// <summary>Two charts of one person, on both engines and by their pages.</summary>
public class ChartsOfOnePerson
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Become_one_and_two_again(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneKnown(engine);
        var other = await care.TakeIn("Noora", "Willow");

        var merged = await care.Ask(Role.Nurse, services => services.GetRequiredService<MergeDesk>().Join(care.Patient, other, "The same passport.", Cancel));
        await care.DoJobs();
        var undone = await care.Ask(Role.Nurse, services => services.GetRequiredService<MergeDesk>().Undo(merged.Value!.Id, "Two cousins.", Cancel));
        var merges = await care.Ask(Role.Nurse, services => services.GetRequiredService<MergeDesk>().Of(other, Cancel));

        Assert.Empty(merged.Refusals.Concat(undone.Refusals));
        Assert.Equal(("The same passport.", "Two cousins."), (merges[0].Because, merges[0].UndoneBecause));
    }

    [Fact]
    public async Task Lead_from_every_old_address_to_the_chart_that_stays()
    {
        await using var care = await CareClinic.WithSomeoneKnown(start: true);
        var other = await care.TakeIn("Noora", "Willow");
        await care.Ask(Role.Nurse, services => services.GetRequiredService<MergeDesk>().Join(care.Patient, other, "The same passport.", Cancel));
        using var nurse = await care.Clinic.Visitor(Role.Nurse);

        foreach (var place in new[] { "", "/history", "/visits", "/merge" })
        {
            using var answer = await nurse.GetAsync(new Uri($"/patients/{other}{place}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith($"/patients/{care.Patient}{place}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }
}
