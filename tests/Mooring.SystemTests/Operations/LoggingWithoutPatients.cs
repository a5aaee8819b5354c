using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Patients;
using Mooring.SystemTests.Faults;

namespace Mooring.SystemTests.Operations;

/// <summary>What the server says when something fails goes to whoever runs it, who is not to read charts.</summary>
public sealed class LoggingWithoutPatients
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_in_lines_of_json_when_it_was_and_what_failed_and_nothing_of_a_chart()
    {
        await using var backed = await BackedUp.Open();
        var patient = (await backed.Clinic.As(Role.Nurse, services => services.GetRequiredService<PatientDesk>().Find(backed.Seat.Patient, Cancel)))!;
        var token = await backed.Clinic.TokenFor(Role.Nurse);
        SqliteConnection.ClearAllPools();
        using var server = await ServerProcess.Start(backed.Clinic.DataFolder, Cancel, more: ["--log", "json"]);
        using var nurse = new NoteSender(backed.Seat.Session, token, () => server);
        await nurse.OneMore();
        await using (var writer = new SqliteConnection($"Data Source={Path.Combine(backed.Clinic.DataFolder, "mooring.db")};Pooling=False"))
        {
            await writer.OpenAsync(Cancel);
            await using var hold = writer.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(Cancel);
            await nurse.Page($"patients/{backed.Seat.Patient}/history", Cancel);
            await Assert.ThrowsAnyAsync<Exception>(nurse.OneMore);
        }

        var said = await server.Stop(Cancel);

        var lines = said.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse(line.GetProperty("Timestamp").GetString()!, CultureInfo.InvariantCulture).Offset));
        Assert.All(lines, line => Assert.EndsWith("Z", line.GetProperty("Timestamp").GetString(), StringComparison.Ordinal));
        foreach (var secret in new[] { patient.FullName, patient.FamilyName, patient.Number, "Note 0", "@p", BackedUp.Secret })
            Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
    }
}
