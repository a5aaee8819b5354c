using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Scheduling;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Scheduling;

/// <summary>A calendar program reads an address without signing in, until it is taken back.</summary>
public class ReadingACalendar
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_answered_without_a_sign_in_until_the_address_is_taken_back()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var chair = await clinic.Seats.Chair("Chair 1", "East room");
        var made = (await clinic.As(Role.Manager, services => services.GetRequiredService<FeedDesk>().Make(new(chair.Id.Value), "front desk", Cancel))).Value!;
        using var program = await clinic.Visitor();

        using var answer = await program.GetAsync($"/calendar/{made.Token}", Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        await clinic.As(Role.Manager, services => services.GetRequiredService<FeedDesk>().Revoke(made.What.Id, Cancel));
        using var after = await program.GetAsync($"/calendar/{made.Token}", Cancel);
        using var wrong = await program.GetAsync($"/calendar/{new string('a', made.Token.Length)}", Cancel);
        using var tooShort = await program.GetAsync("/calendar/abc", Cancel);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { after, wrong, tooShort }.Select(one => one.StatusCode));
    }
}
