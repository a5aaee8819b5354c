using System.Net;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Access;

/// <summary>What an operator may ask of the server, and nobody else.</summary>
public class MeasuringTheServer
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_answered_to_the_machine_itself_and_names_nobody()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await clinic.Seat();
        using var nurse = await clinic.Visitor(Role.Nurse);
        using var page = await nurse.GetAsync(new Uri($"/patients/{seat.Patient}", UriKind.Relative), Cancel);
        using var operatorOfIt = await clinic.Visitor();

        var told = await operatorOfIt.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("mooring_intake_waiting", told, StringComparison.Ordinal);
        Assert.Contains("mooring_reads_waiting", told, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration", told, StringComparison.Ordinal);
        Assert.DoesNotContain(seat.Patient.ToString(), told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Willow", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Is_not_there_for_those_who_come_through_a_proxy(string header, string value)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var visitor = await clinic.Visitor();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { header, value } } };

        using var answer = await visitor.SendAsync(asked, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
