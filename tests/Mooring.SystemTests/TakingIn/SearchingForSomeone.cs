using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.TakingIn;

public class SearchingForSomeone
{
    [Fact]
    public async Task Finds_them_and_leaves_the_name_in_no_address()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        await clinic.Refer();
        await clinic.Refer("Theo");
        var page = await Browser.Page(clinic, Role.FrontDesk);
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync("/patients");
        await page.FillAsync("#words", "theo");
        await page.Press("Search");

        Assert.Equal(["Theo Willow"], await page.Locator("table.lines tbody a").AllInnerTextsAsync());
        Assert.Equal("theo", await page.InputValueAsync("#words"));
        Assert.DoesNotContain(asked, url => url.Contains("theo", StringComparison.OrdinalIgnoreCase));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_not_done_by_an_address()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        await clinic.Refer();
        await clinic.Refer("Theo");
        using var desk = await clinic.Visitor(Role.FrontDesk);

        var page = await desk.GetStringAsync(new Uri("/patients?words=theo", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Noor Willow", page, StringComparison.Ordinal);
    }
}
