using System.Net;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Live;

/// <summary>A chair that everybody opens in the same moment, as tablets do when the server is back.</summary>
public class ManyLooking
{
    private const int Rounds = 8;
    private const int Viewers = 24;

    [Fact]
    public async Task At_one_chair_at_once_all_get_its_page()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await Chairside.Seat(clinic, 1);
        using var visitor = await clinic.Visitor(Role.Nurse);
        List<HttpStatusCode> answers = [];
        for (var round = 0; round < Rounds; round++)
        {
            var asked = Enumerable.Range(0, Viewers).Select(async _ =>
            {
                using var answer = await visitor.GetAsync(new Uri($"/sessions/{seat.Session}", UriKind.Relative), TestContext.Current.CancellationToken);
                return answer.StatusCode;
            });
            answers.AddRange(await Task.WhenAll(asked));
        }

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
    }
}
