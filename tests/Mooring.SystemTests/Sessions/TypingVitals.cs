using Mooring.Demo;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Sessions;

/// <summary>Whoever waits for the keypad, presses Next, or does now one and now the other: each number is where it belongs.</summary>
public class TypingVitals
{
    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    // What a new nurse pressed: Next after each; the first two together and Next after the others; Next now and then; never.
    private static readonly string[] Orders = ["131>78>72>97>14>", "13178>72>97>14>", "131>7872>9714", "131787297>14", "1317872>97>14>", "13178729714"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_mixture_of_waiting_and_next_gives_the_same_numbers(bool isTouched)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);

        foreach (var keys in Orders)
        {
            await vitals.Open();
            await Type(vitals, keys, isTouched);
            Assert.Equal((keys, "131/78 72 97 14   "), (keys, Line(await vitals.Typed())));
        }

        await vitals.Page.TapAsync("button.save");
        await vitals.Page.WaitForURLAsync($"**{vitals.Home}");
        Assert.Equal("131 78 72 97 14", string.Join(' ', (await vitals.Now()).Chart.All.Select(value => value.Value)));
        await vitals.Page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_moves_before_the_person_does_and_a_slip_holds_the_pad(bool isTouched)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);
        List<string> eyes = [];

        foreach (var keys in new[] { "131", ">", "78", ">", "72", ">", "97", ">" })
        {
            await Type(vitals, keys, isTouched);
            eyes.Add(await vitals.Focus());
        }

        Assert.Equal(["nibp-sys", "nibp-dia", "nibp-dia", "hr", "hr", "spo2", "spo2", "rr"], eyes);

        // The key of the heart rate tapped twice: what ran over is out of reason where it is, and goes no farther.
        await vitals.Open();
        await Type(vitals, "131>78>722>", isTouched);
        Assert.Equal(("spo2", "Below 60: check it. Type it again; Next once more keeps it."), (await vitals.Focus(), await vitals.SaysOf("spo2")));
        await Type(vitals, "97>14", isTouched);
        Assert.Equal("131/78 72 97 14   ", Line(await vitals.Typed()));

        // A box that is passed over stays empty.
        await vitals.Open();
        await vitals.Page.Locator("#nibp-sys:focus").WaitForAsync();
        await Type(vitals, "131>78>>97>>", isTouched);
        Assert.Equal("131/78  97    ", Line(await vitals.Typed()));
        await vitals.Page.Context.DisposeAsync();
    }

    private static async Task Type(VitalsPage vitals, string keys, bool isTouched)
    {
        foreach (var key in keys)
        {
            if (isTouched)
                await vitals.Tap(key == '>' ? "next" : key.ToString());
            else
                await vitals.Page.Keyboard.PressAsync(key == '>' ? "Enter" : key.ToString());
        }
    }

    private static string Line(IReadOnlyDictionary<string, string> typed) =>
        $"{typed["nibp-sys"]}/{typed["nibp-dia"]} {string.Join(' ', new[] { "hr", "spo2", "rr", "temp", "moaa-s", "dissociation" }.Select(of => typed[of]))}";

    private async Task<VitalsPage> Seated(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        var vitals = await VitalsPage.At(bedside);
        await vitals.Open();
        return vitals;
    }
}
