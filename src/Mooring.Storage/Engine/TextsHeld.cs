using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Mooring.Clinical;

namespace Mooring.Storage.Engine;

/// <summary>Looks at every text of every row before it is kept, whatever way it came: one that is too long is refused, and the whole save with it.</summary>
internal sealed class TextsHeld : SaveChangesInterceptor
{
    /// <exception cref="TextTooLongException">A text is longer than <see cref="TextLimits"/> allows.</exception>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
                continue;
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is not string text || (entry.State == EntityState.Modified && !property.IsModified))
                    continue;
                var name = property.Metadata.Name;
                if (TextLimits.Against(text, TextLimits.Find(entry.Metadata.ClrType.Name, name) ?? TextLimits.Text, TextLimits.InWords(name), char.ToLowerInvariant(name[0]) + name[1..]) is { } refusal)
                    throw new TextTooLongException(refusal);
            }
        }

        return ValueTask.FromResult(result);
    }
}
