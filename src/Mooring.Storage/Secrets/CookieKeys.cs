using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mooring.Storage.Secrets;

/// <summary>
/// The keys of cookies and forms, kept in the database so that every server of it opens what another closed, and sealed by a
/// key that is not in it: who has the database alone can make no sign-in.
/// </summary>
/// <param name="seal">Asked for when there is a key to seal or to open, never before: the seal is made with the first data.</param>
public sealed class CookieKeys(IServiceScopeFactory scopes, Lazy<Seal> seal, TimeProvider clock)
{
    /// <summary>All of them, as they were given.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">One was sealed by another server's key.</exception>
    public IReadOnlyList<string> All()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<MooringDb>().Set<CookieKeyRow>().AsNoTracking().OrderBy(row => row.At).ToList();
        return rows.ConvertAll(row => seal.Value.Open(row.Sealed, Bound(row.Name)));
    }

    public void Keep(string name, string key)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MooringDb>();
        db.Add(new CookieKeyRow { Name = name, Sealed = seal.Value.Close(key, Bound(name)), At = clock.GetUtcNow() });
        db.SaveChanges();
    }

    /// <summary>Takes in what an earlier version kept as files that anybody could read, and leaves none of them.</summary>
    public void TakeFrom(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "key-*.xml") : [])
        {
            var name = Path.GetFileNameWithoutExtension(file);
            using (var scope = scopes.CreateScope())
            {
                if (!scope.ServiceProvider.GetRequiredService<MooringDb>().Set<CookieKeyRow>().Any(row => row.Name == name))
                    Keep(name, File.ReadAllText(file));
            }

            File.Delete(file);
        }
    }

    /// <summary>What a key's seal is bound to: put under another name it does not open.</summary>
    public static string Bound(string name) => $"cookie-key {name}";
}
