using System.Globalization;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Vitals;
using Mooring.Demo;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Tour;

namespace Mooring.SystemTests.Sessions;

/// <summary>Whatever is typed into the form of the vital signs, it says what is wrong where, keeps the rest and can be put right.</summary>
public class MistypingVitals
{
    private const string Confirm = "I looked twice: the numbers are right";

    // Of each field: a number out of reason that may be true, and two that mean nothing there.
    private static readonly (string Field, string Odd, string Decimals)[] Signs =
    [
        ("nibp-sys", "270", "128,5"), ("nibp-dia", "24", "78.5"), ("hr", "255", "7,2"), ("spo2", "55", "97.5"), ("rr", "75", "1.4"), ("temp", "43,5", "36.85"),
    ];

    private readonly SetClock clock = new(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Is_said_at_its_field_and_keeps_all_others_until_it_is_put_right()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);

        foreach (var (field, wrong, says) in Signs.SelectMany(Wrong).Concat(FarTooLarge).Concat(Ratings()))
        {
            // The form stays as it was refused, and the next slip is typed into it.
            if (!vitals.Page.Url.EndsWith("/vitals", StringComparison.Ordinal) || await vitals.Page.InputValueAsync("#hr") == "")
            {
                await vitals.Open();
                await vitals.Fill();
            }

            await vitals.Page.FillAsync($"#{field}", wrong);
            await vitals.Page.Press(VitalsPage.Save);

            var at = $"{field} “{wrong}”";
            Assert.True((await vitals.SaysOf(field)).Contains(says, StringComparison.Ordinal), $"{at} says “{await vitals.SaysOf(field)}” and not “{says}”.");
            Assert.True(await vitals.Page.Locator($".error-summary a[href='#{field}']").CountAsync() == 1, $"{at} is not in the summary.");
            Assert.True(await vitals.Focus() == field, $"{at}: the keyboard is at “{await vitals.Focus()}”.");
            Assert.Equal(Among(field, wrong), await vitals.Typed());
            await vitals.Page.FillAsync($"#{field}", VitalsPage.Good[field]);
        }

        Assert.Empty(await vitals.Sets());
        await vitals.Page.Done(VitalsPage.Save);
        Assert.Equal(Numbers(VitalsPage.Good), Kept(await vitals.Now()));
        await vitals.Page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Is_taken_when_it_is_true_and_somebody_has_looked_twice()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);
        var said = new List<string>();

        foreach (var (field, odd, _) in Signs)
        {
            await vitals.Open();
            await vitals.Fill();
            await vitals.Page.FillAsync($"#{field}", odd);
            await vitals.Page.Press(VitalsPage.Save);
            said.Add(await vitals.SaysOf(field));
            await vitals.Page.GetByLabel(Confirm).CheckAsync();
            if (field == "hr")
                await Overlook(vitals);
            await vitals.Page.Done(VitalsPage.Save);
            clock.Pass(5);
        }

        Assert.All(said, says => Assert.Contains("is that right?", says, StringComparison.Ordinal));
        var sets = await vitals.Sets();
        Assert.Equal(Signs.Select(sign => Number(sign.Odd)), sets.Zip(Signs, (set, sign) => set.Values.Single(value => value.Sign.Code == sign.Field).Value));
        Assert.All(sets, set => Assert.All(set.Values, value => Assert.True(value.Confirmed)));
        await vitals.Page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Can_be_typed_with_the_pages_own_keys_also_where_they_would_run_on()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);
        await vitals.Open();
        await vitals.Fill();

        await vitals.Page.TapAsync("#temp");
        await vitals.Tap("4", "3", "5");
        await vitals.Page.TapAsync("#hr");
        await vitals.Tap("2", "5", "5", "next");
        Assert.Equal(("hr", "Above 220: check it. Type it again; Next once more keeps it."), (await vitals.Focus(), await vitals.SaysOf("hr")));
        await vitals.Tap("next");
        Assert.Equal(("43.5", "255", "97"), (await vitals.Page.InputValueAsync("#temp"), await vitals.Page.InputValueAsync("#hr"), await vitals.Page.InputValueAsync("#spo2")));
        Assert.Equal(("Above 42: check it.", "spo2"), (await vitals.SaysOf("temp"), await vitals.Focus()));

        // From the start, where a digit that does not fit begins the next number.
        await vitals.Open();
        await vitals.Tap([.. "1287872971443".Select(key => key.ToString(CultureInfo.InvariantCulture))]);
        await vitals.Tap("5");
        Assert.Equal(("128", "78", "72", "97", "14", "43.5"), await FirstSix(vitals));
        await vitals.Tap("back", "back", "back", "back", "3", "6", "8", "5", "2");
        await vitals.Page.TapAsync("button.save");
        await vitals.Page.WaitForURLAsync($"**{vitals.Home}");

        Assert.Equal(Numbers(VitalsPage.Good), Kept(await vitals.Now()));
        await vitals.Page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Leaves_out_what_is_empty_and_refuses_a_set_with_nothing_in_it()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite, clock);
        var vitals = await Seated(clinic);

        await vitals.Open();
        await vitals.Page.Press(VitalsPage.Save);
        var nothing = await vitals.Page.Refused();
        foreach (var (field, empty) in new[] { ("hr", "  "), ("temp", ""), ("moaa-s", "") })
        {
            await vitals.Open();
            await vitals.Fill();
            await vitals.Page.FillAsync($"#{field}", empty);
            await vitals.Page.Done(VitalsPage.Save);
            clock.Pass(5);
        }

        Assert.Equal("Nothing was entered.", nothing);
        var chart = (await vitals.Now()).Chart;
        Assert.All(VitalsPage.Good.Keys, field => Assert.Equal(field is "hr" or "temp" or "moaa-s" ? 2 : 3, chart.Of(field).Count()));
        await vitals.Page.Context.DisposeAsync();
    }

    // Another slip beside a number that the nurse has confirmed: what is confirmed is not asked again.
    private static async Task Overlook(VitalsPage vitals)
    {
        await vitals.Page.FillAsync("#dissociation", "11");
        await vitals.Page.Press(VitalsPage.Save);
        Assert.True(await vitals.Page.GetByLabel(Confirm).IsCheckedAsync());
        await vitals.Page.FillAsync("#dissociation", "2");
    }

    private async Task<VitalsPage> Seated(TestClinic clinic)
    {
        var bedside = await Bedside.Arriving(clinic, clock);
        await bedside.CheckIn();
        return await VitalsPage.At(bedside);
    }

    private static IEnumerable<(string Field, string Wrong, string Says)> Wrong((string Field, string Odd, string Decimals) sign) =>
    [
        (sign.Field, sign.Odd, "is that right?"),
        (sign.Field, "12o", "is not a number"),
        (sign.Field, "-" + VitalsPage.Good[sign.Field], "not below nothing"),
        (sign.Field, sign.Decimals, sign.Field == "temp" ? "one decimal" : "whole number"),
    ];

    private static (string Field, string Wrong, string Says)[] FarTooLarge =>
    [
        ("hr", "99999999", "is that right?"), ("hr", "1e999", "is not a number"), ("temp", "9999999.9", "is that right?"), ("moaa-s", "99999999999", "goes from"),
    ];

    private static IEnumerable<(string Field, string Wrong, string Says)> Ratings() =>
        from scale in new[] { Scale.Sedation, Scale.Dissociation }
        from wrong in new[] { ("-1", "goes from"), ("11", "goes from"), ("1,0x", "is not a number"), ("1.5", "whole number") }
        select (scale.Code, wrong.Item1, wrong.Item2);

    private static Dictionary<string, string> Among(string field, string typed) =>
        VitalsPage.Good.ToDictionary(good => good.Key, good => good.Key == field ? typed.Replace(',', '.') : good.Value, StringComparer.Ordinal);

    private static Dictionary<string, double> Numbers(IReadOnlyDictionary<string, string> typed) =>
        typed.ToDictionary(field => field.Key, field => Number(field.Value), StringComparer.Ordinal);

    private static Dictionary<string, double> Kept(Session session) =>
        session.Chart.All.ToDictionary(value => value.Of, value => value.Value, StringComparer.Ordinal);

    private static async Task<(string, string, string, string, string, string)> FirstSix(VitalsPage vitals)
    {
        var typed = await vitals.Typed();
        return (typed["nibp-sys"], typed["nibp-dia"], typed["hr"], typed["spo2"], typed["rr"], typed["temp"]);
    }

    private static double Number(string typed) => double.Parse(typed.Replace(',', '.'), CultureInfo.InvariantCulture);
}
