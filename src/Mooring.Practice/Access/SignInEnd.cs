using Microsoft.EntityFrameworkCore;
using Mooring.Storage;

namespace Mooring.Practice.Access;

/// <summary>Ends sign-ins on the server, so that a copied cookie is worth nothing once its owner has signed out.</summary>
public sealed class SignInEnd(MooringDb db, TimeProvider clock)
{
    // Longer than any cookie lives; after that the row says nothing that the cookie's own date does not.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    /// <summary>Ends a sign-in; a second time changes nothing.</summary>
    public async Task End(string visit, CancellationToken cancel)
    {
        if (await IsEnded(visit, cancel))
            return;
        var now = clock.GetUtcNow();
        var old = now - KeptFor;
        await db.Set<EndedSignInRow>().IgnoreQueryFilters().Where(row => row.EndedAt < old).ExecuteDeleteAsync(cancel);
        db.Add(new EndedSignInRow { Visit = visit, EndedAt = now });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Asked on every request, before anyone knows which clinic it is for.</summary>
    public Task<bool> IsEnded(string visit, CancellationToken cancel) =>
        db.Set<EndedSignInRow>().IgnoreQueryFilters().AnyAsync(row => row.Visit == visit, cancel);
}
