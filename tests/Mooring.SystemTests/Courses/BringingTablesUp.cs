using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Screening;
using Mooring.Storage.Projections;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Courses;

/// <summary>Flat tables are brought up by what changed alone, on both engines.</summary>
public class BringingTablesUp
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Makes_a_decision_once_and_again_when_it_changes(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneKnown(engine);
        var before = await CatchUp(care, "decisions");

        await care.Decide(new EligibilityDraft { Choice = EligibilityChoice.Deferred, Reason = "After the holidays.", DeferredUntil = care.Clinic.Clinic.DayOf(care.Clock.Now).AddDays(20) });
        var decided = await CatchUp(care, "decisions");
        var again = await CatchUp(care, "decisions");
        var rebuilt = await care.Ask(Role.Manager, services => services.GetRequiredService<ProjectionRebuild>().Run(keep: true, TestContext.Current.CancellationToken));

        Assert.Equal((0, 1, 0), (before, decided, again));
        Assert.All(rebuilt, table => Assert.Equal(0, table.Different));
        Assert.Equal(1, rebuilt.Single(table => table.Name == "decisions").Rows);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Makes_the_scores_of_a_sheet_once(Engine engine)
    {
        await using var care = await CareClinic.WithSomeoneTakenIn(engine);
        Assert.Empty((await care.Answer("phq-9", 2, 2, 2, 2, 2, 2, 2, 1, 0)).Refusals);

        var made = await CatchUp(care, "scores");
        var again = await CatchUp(care, "scores");

        Assert.Equal((1, 0), (made, again));
    }

    private static Task<int> CatchUp(CareClinic care, string table) => care.Ask(
        Role.Manager, services => services.GetServices<Projection>().Single(one => one.Name == table).CatchUp(TestContext.Current.CancellationToken));
}
