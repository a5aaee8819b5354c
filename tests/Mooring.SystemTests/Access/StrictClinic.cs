using System.Text.RegularExpressions;
using Mooring.Clinical;
using Mooring.Demo;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.Access;

/// <summary>A clinic with the limits of a real one, somebody in its chair, and a clock that is moved.</summary>
internal sealed partial class StrictClinic(TestClinic clinic, PassingClock clock, Seat seat) : IAsyncDisposable
{
    public TestClinic Clinic => clinic;

    public PassingClock Clock => clock;

    public Seat Seat => seat;

    public string Chair => $"/sessions/{seat.Session}";

    public static async Task<StrictClinic> Open(Engine engine = Engine.Sqlite)
    {
        var clock = new PassingClock(new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero));
        var clinic = await TestClinic.Start(engine, clock, TestClinic.Strict);
        return new(clinic, clock, await clinic.Seat());
    }

    /// <summary>The token of a page, taken while it is open.</summary>
    public static async Task<string> TokenOf(HttpClient visitor, string page) => Token().Match(await visitor.Page(page)).Groups[1].Value;

    /// <summary>Sends a form with a token from before.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient visitor, string page, string token, string handler, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await visitor.PostAsync(new Uri(page, UriKind.Relative), body);
    }

    public static string PinOf(Role role) => InventedClinic.PinOf(role);

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
