using System.Globalization;
using System.Net;
using System.Text;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;
using Mooring.SystemTests.TakingIn;

namespace Mooring.SystemTests.Access;

/// <summary>Texts and bodies of a size that nobody types.</summary>
public class TypingTooMuch
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_chair_note_that_is_too_long_comes_back_whole_and_is_not_kept(Engine engine)
    {
        await using var clinic = await TestClinic.Start(engine);
        var seat = await clinic.Seat();
        using var nurse = await clinic.Visitor(Role.Nurse);
        var text = new string('n', TextLimits.Long) + "END";

        using var answer = await nurse.Post($"/sessions/{seat.Session}/note", "note", ("Form.Text", text), ("Form.EventId", Guid.CreateVersion7().ToString()));
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“text” is too long: 20,003 characters, and 20,000 at most are taken", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("nnnn", await nurse.Page($"/sessions/{seat.Session}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_megabytes_of_a_chair_note_are_refused_before_they_are_read()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var seat = await clinic.Seat();
        using var nurse = await clinic.Visitor(Role.Nurse);

        using var answer = await nurse.Post($"/sessions/{seat.Session}/note", "note", ("Form.Text", new string('n', 4 * 1024 * 1024)), ("Form.EventId", Guid.CreateVersion7().ToString()));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("More was sent than is taken at once: 1024 KB at most", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.True((await nurse.Page($"/sessions/{seat.Session}")).Length < 500_000);
    }

    [Fact]
    public async Task An_escorts_name_of_a_megabyte_reaches_no_chart()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        var born = new DateOnly(1984, 3, 9);
        using var patient = await clinic.Visitor();
        using var entered = await patient.Post($"/p/{await clinic.OwnLink(await clinic.Refer(born: born))}", "door",
            ("Form.Day", "9"), ("Form.Month", "3"), ("Form.Year", born.Year.ToString(CultureInfo.InvariantCulture)));

        using var whole = await patient.Post("/my/history/escort", "history", ("Form.Name", new string('e', 1024 * 1024)), ("Form.Phone", "312 555 0100"));
        using var long201 = await patient.Post("/my/history/escort", "history", ("Form.Name", new string('e', 201)), ("Form.Phone", "312 555 0100"));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity), (whole.StatusCode, long201.StatusCode));
        Assert.DoesNotContain("eeee", await patient.Page("/my/history/escort"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", true)]
    [InlineData("/sign-in", false)]
    [InlineData("/join/nothing", true)]
    [InlineData("/p/nothing", true)]
    [InlineData("/nowhere", true)]
    public async Task Of_strangers_little_is_read(string door, bool saysItsLength)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var stranger = await clinic.Visitor();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(stranger, door, saysItsLength)));

        Assert.All(answers, status => Assert.Contains(status, new[] { HttpStatusCode.RequestEntityTooLarge, default }));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel)).StatusCode);
    }

    // Default when the connection was closed while it was still sending.
    private static async Task<HttpStatusCode> Send(HttpClient stranger, string door, bool saysItsLength)
    {
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("Form.UserName=" + new string('u', 29 * 1024 * 1024)));
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = body };
        request.Headers.TransferEncodingChunked = !saysItsLength;
        try
        {
            using var answer = await stranger.SendAsync(request, Cancel);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return default;
        }
    }
}
