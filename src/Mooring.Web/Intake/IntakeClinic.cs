using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Practice.Settings;

namespace Mooring.Web.Intake;

/// <summary>
/// Whose monitors send, and by which clock on the wall. Asked for each message, so it is remembered for a moment; a manager,
/// also at another server, may have set another time zone. Where the database is silent, what was known last holds.
/// </summary>
public sealed class IntakeClinic(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private Known? known;

    /// <summary>The clinic as it is set now; null before one was set up.</summary>
    public async ValueTask<Clinic?> Find(CancellationToken cancel)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < GoodFor)
            return fresh.Clinic;
        if (known is not { } last)
            return await Read(cancel);
        known = last with { ReadAt = clock.GetTimestamp() };
        try
        {
            return await Read(CancellationToken.None).WaitAsync(Longest, cancel);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException or IOException or InvalidOperationException)
        {
            return last.Clinic;
        }
    }

    private async Task<Clinic?> Read(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ClinicsHere>().First(cancel);
        if (found is not null)
            known = new(found, clock.GetTimestamp());
        return found;
    }

    private sealed record Known(Clinic Clinic, long ReadAt);
}
