using System.Net;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access;

public class UnknownAddresses
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Manager)]
    [InlineData(null)]
    public async Task Are_not_here_for_anyone(Role? role)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await clinic.Visitor(role);

        using var answer = await visitor.GetAsync(new Uri("/patient/list.html", UriKind.Relative), Cancel);
        using var posted = await visitor.PostAsync(new Uri("/patient", UriKind.Relative), new FormUrlEncodedContent([]), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.NotInRange((int)posted.StatusCode, 200, 399);
    }

    [Fact]
    public async Task Are_told_apart_from_those_of_another_role()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var answer = await nurse.GetAsync(new Uri("/staff", UriKind.Relative), Cancel);

        Assert.StartsWith("/not-yours", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }
}
