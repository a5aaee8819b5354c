using System.Net;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Mooring.Clinical;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Faults;

namespace Mooring.SystemTests.Operations;

/// <summary>A server without its keys still shows what people in chairs need, and keeps nothing.</summary>
public sealed class OnlyShowing
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Needs_no_key_says_so_on_every_page_and_changes_no_byte_of_the_data()
    {
        await using var backed = await BackedUp.Open();
        var token = await backed.Clinic.TokenFor(Role.Nurse);
        SqliteConnection.ClearAllPools();
        var data = backed.Clinic.DataFolder;
        Directory.Delete(Path.Combine(data, "keys"), recursive: true);
        var before = SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(data, "mooring.db"), Cancel));
        using var server = await ServerProcess.Start(data, Cancel, more: ["--read-only"]);
        using var nurse = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Web, Timeout = Patience.Long };
        using (await nurse.GetAsync($"/enter/{token}", Cancel))
        {
        }

        var chart = await nurse.GetStringAsync($"/patients/{backed.Seat.Patient}", Cancel);
        using var posted = await nurse.PostAsync($"/sessions/{backed.Seat.Session}/note", new FormUrlEncodedContent([]), Cancel);
        var said = await server.Stop(Cancel);

        Assert.Contains("Read-only.", chart, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.StatusCode);
        Assert.Contains("OPS210", await posted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(data, "mooring.db"), Cancel)));
        Assert.False(Directory.Exists(Path.Combine(data, "keys")));
        Assert.Contains("\"action\":\"viewed\"", await File.ReadAllTextAsync(Path.Combine(data, "read-only-access.jsonl"), Cancel), StringComparison.Ordinal);
        Assert.Contains("read-only-access.jsonl", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "mooring-shown-*"));
    }

    [Fact]
    public async Task Is_what_a_server_without_keys_recommends()
    {
        await using var backed = await BackedUp.Open();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.Combine(backed.Clinic.DataFolder, "keys"), recursive: true);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.Start(backed.Clinic.DataFolder, Cancel));

        Assert.Contains("mooring serve --read-only", refused.Message, StringComparison.Ordinal);
    }
}
