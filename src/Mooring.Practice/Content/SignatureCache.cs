using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>
/// What each clinic has put into force, at hand for pages that draw many marks. Kept until somebody signs here; another process
/// learns of it when it starts again, and until then shows "unreviewed" too long, never too short. Whether a session may
/// start is asked of the database: <see cref="SignatureDesk.Unsigned"/>.
/// </summary>
public sealed class SignatureCache(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Id<Clinic>, FrozenSet<(string File, string Hash)>> signed = new();

    public bool Has(Id<Clinic> clinic, string file, string hash) => signed.GetOrAdd(clinic, Read).Contains((file, hash));

    internal void Forget(Id<Clinic> clinic) => signed.TryRemove(clinic, out _);

    // Its own scope: a page that asks may be in the middle of a question to its own database context.
    private FrozenSet<(string File, string Hash)> Read(Id<Clinic> clinic)
    {
        using var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, null);
        return scope.ServiceProvider.GetRequiredService<MooringDb>().Set<SignatureRow>().AsNoTracking().Where(row => row.As == null)
            .Select(row => new { row.File, row.Hash }).ToList().Select(row => (row.File, row.Hash)).ToFrozenSet();
    }
}
