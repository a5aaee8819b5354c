using System.Globalization;
using Microsoft.Playwright;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Offline;

/// <summary>A tablet at a chair: a browser of its own with a clock that may be wrong, and a hand that charts.</summary>
internal sealed class Tablet(IBrowserContext context) : IAsyncDisposable
{
    // Every page of this browser reads a clock that is this much ahead; minutes can be let pass on it.
    private const string WrongClock = """
        (() => {
          const Real = Date;
          const ahead = () => { try { return Number(localStorage.getItem('test-ahead') ?? START); } catch { return START; } };
          globalThis.Date = class extends Real {
            constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + ahead()); }
            static now() { return Real.now() + ahead(); }
          };
          // What a test asks of a page counts as a touch for this browser; only a finger is one here.
          Object.defineProperty(navigator.userActivation, 'hasBeenActive', { get: () => false });
          const Audio = globalThis.AudioContext;
          globalThis.soundsMade = 0;
          globalThis.AudioContext = class extends Audio { createOscillator() { globalThis.soundsMade++; return super.createOscillator(); } };
        })();
        """;

    private TimeSpan ahead;

    public IPage Page { get; private set; } = default!;

    public IBrowserContext Context => context;

    public required string Home { get; set; }

    /// <param name="ahead">How wrong its clock is.</param>
    public static async Task<Tablet> At(TestClinic clinic, Guid session, Role role = Role.Nurse, TimeSpan ahead = default, int width = 1024, int height = 768)
    {
        var page = await Browser.Page(clinic, width: width, height: height, isTouched: true);
        var tablet = new Tablet(page.Context) { Home = $"/sessions/{session}", Page = page, ahead = ahead };
        var output = TestContext.Current.TestOutputHelper!;
        page.Context.WebError += (_, failed) => output.WriteLine($"Script: {failed.Error}");
        await page.Context.AddInitScriptAsync(WrongClock.Replace("START", Milliseconds(ahead), StringComparison.Ordinal));
        await tablet.SignIn(await clinic.LinkFor(role));
        return tablet;
    }

    public async Task SignIn(Uri link)
    {
        try
        {
            await Page.GotoAsync(link.ToString());
        }
        catch (PlaywrightException cut) when (cut.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            // A page that showed its copy reloads by itself once the server is back, and may do so in this very moment.
            await Page.GotoAsync(link.ToString());
        }
    }

    /// <summary>The chair, live, with worker and copies in place: from now on the server may go.</summary>
    public async Task Arm()
    {
        await Page.GotoAsync(Home);
        await Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller && document.documentElement.dataset.link === 'live'");
        await Patience.Until(HasCopies, () => "copies of what will be needed, on the tablet");
    }

    /// <summary>Minutes go by on its clock.</summary>
    public Task Pass(TimeSpan time)
    {
        ahead += time;
        return Page.EvaluateAsync("ahead => localStorage.setItem('test-ahead', ahead)", Milliseconds(ahead));
    }

    /// <summary>Another chair on this tablet, in a tab of its own.</summary>
    public async Task<Tablet> Tab(Guid session) => new(context) { Home = $"/sessions/{session}", Page = await context.NewPageAsync(), ahead = ahead };

    /// <summary>The lid: the page is gone, and opened again.</summary>
    public async Task CloseAndOpen()
    {
        await Page.CloseAsync();
        Page = await context.NewPageAsync();
        await Page.GotoAsync(Home);
    }

    public async Task Enter(string page, string button, params (string Field, string Value)[] typed)
    {
        await Page.GotoAsync($"{Home}/{page}");
        await Page.Fill(typed);
        await Page.Press(button);
    }

    public async Task Vitals(int systolic, int heartRate, string? sedation = null)
    {
        await Page.GotoAsync($"{Home}/vitals");

        await Page.Fill(("#nibp-sys", Text(systolic)), ("#nibp-dia", "78"), ("#hr", Text(heartRate)), ("#spo2", "97"), ("#rr", "14"));
        if (sedation is not null)
            await Page.FillAsync("#moaa-s", sedation);
        await Page.Press("Save vital signs");
    }

    public async Task Scale(string code, int value)
    {
        await Page.GotoAsync($"{Home}/scales");
        await Page.Locator($"#{code} input[value='{Text(value)}']").CheckAsync();
        await Page.Press("Save ratings");
    }

    /// <summary>What its panel says.</summary>
    public async Task<string> Says() => string.Join(" ", await Page.Locator("#tablet .tablet-line").AllInnerTextsAsync());

    public async Task Hears(string words)
    {
        try
        {
            await Page.Locator("#tablet .tablet-line", new() { HasTextString = words }).First.WaitForAsync();
        }
        catch (TimeoutException late)
        {
            Assert.Fail($"{late.Message}\n{Page.Url} says: {await Page.Locator("body").InnerTextAsync()}");
        }
    }

    private Task<bool> HasCopies() => Page.EvaluateAsync<bool>(
        """
        ([home, pages]) => new Promise(resolve => {
          const asked = indexedDB.open('mooring-tablet');
          asked.onsuccess = () => {
            const all = asked.result.transaction('pages').objectStore('pages').getAllKeys();
            all.onsuccess = () => { asked.result.close(); resolve(pages.every(page => all.result.includes(home + page))); };
          };
        })
        """,
        new object[] { new Uri(Page.Url).AbsolutePath, Pages });

    /// <summary>Every byte this browser keeps for the clinic, as letters: IndexedDB, Cache Storage, local storage.</summary>
    public Task<string> Keeps() => Page.EvaluateAsync<string>(
        """
        async () => {
          const letters = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? String.fromCharCode(...new Uint8Array(value.buffer ?? value).slice(0, 60000))
            : value && typeof value === 'object' && !(value instanceof CryptoKey) ? Object.entries(value).map(([k, v]) => k + letters(v)).join() : String(value);
          let all = JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
          const db = await new Promise(done => { const asked = indexedDB.open('mooring-tablet'); asked.onsuccess = () => done(asked.result); });
          for (const store of db.objectStoreNames) all += store + await new Promise(done => { const asked = db.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(letters(asked.result)); });
          db.close();
          for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) all += one.url + await (await (await caches.open(name)).match(one)).text();
          return all;
        }
        """);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static readonly string[] Pages = ["", "/vitals", "/scales", "/note", "/adverse-event", "/dose", "/access", "/emergency"];

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
