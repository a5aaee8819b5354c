using System.Globalization;
using System.Security.Cryptography;

namespace Mooring.Clinical.Journals;

/// <summary>Where a book of checkpoints first breaks, and how.</summary>
public sealed record CheckpointBreak(long Number, string Says);

/// <summary>
/// Signed checkpoints and the public key to check them by. A chain alone shows neither that its end was cut off nor that
/// all of it was computed anew; what was signed before shows both, as long as the attacker can not sign.
/// </summary>
/// <param name="Lines">As written, in their order; the whole book, or those of one journal and all handovers of the key.</param>
/// <param name="Key">The public part of the first key; later ones are handed over to in the book (<see cref="KeyHandover"/>).</param>
public sealed record CheckpointBook(IReadOnlyList<string> Lines, ECDsa Key)
{
    /// <summary>The first line of a whole book that is missing, changed, or signed with another key; null when none is.</summary>
    public CheckpointBreak? FirstBreak()
    {
        var (before, expected) = ("", 1L);
        var keys = KeyHandover.In(Lines, Key);
        foreach (var text in Lines)
        {
            if (Read(text, keys) is not { } line)
                return new(expected, $"Checkpoint {expected} can not be read.");
            if (!line.IsSignedBy(Key))
                return new(expected, $"Checkpoint {expected} was changed, or was signed with another key.");
            if (line.Says.Number != expected || line.Says.Before != before)
                return new(expected, $"Checkpoint {expected} is missing: checkpoint {line.Says.Number} stands in its place.");
            (before, expected) = (line.Hash, expected + 1);
        }

        return null;
    }

    /// <summary>What is odd and proves nothing: times that run backwards. Order is by number, never by time.</summary>
    public IReadOnlyList<string> Notes()
    {
        var read = Lines.Select(CheckpointLine.Read).OfType<CheckpointLine>().Select(line => line.Says).ToList();
        return
        [
            .. read.Zip(read.Skip(1)).Where(pair => pair.Second.At < pair.First.At).Select(pair => string.Create(
                CultureInfo.InvariantCulture,
                $"Checkpoint {pair.Second.Number} bears an earlier time than the one before: the clock was set back. The numbers tell the order.")),
        ];
    }

    /// <summary>The journals of one subject that were ever signed for.</summary>
    public IReadOnlySet<Guid> Journals(string subject) =>
        Lines.Select(CheckpointLine.Read).OfType<CheckpointLine>().Where(line => line.Says.Subject == subject).Select(line => line.Says.Journal).ToHashSet();

    /// <summary>Every journal of any subject that was ever signed for.</summary>
    public IReadOnlySet<(string Subject, Guid Journal)> Journals() =>
        Lines.Select(CheckpointLine.Read).OfType<CheckpointLine>().Select(line => (line.Says.Subject, line.Says.Journal)).ToHashSet();

    /// <summary>The lines of one journal, in their order; what can not be read is left to <see cref="FirstBreak"/>.</summary>
    public IReadOnlyList<CheckpointLine> Of(string subject, Guid journal) => [.. All().Where(line => line.Says.Journal == journal && line.Says.Subject == subject).OrderBy(line => line.Says.Number)];

    /// <summary>All that can be read, each with the key that was in force.</summary>
    public IEnumerable<CheckpointLine> All()
    {
        var keys = KeyHandover.In(Lines, Key);
        return Lines.Select(line => Read(line, keys)).OfType<CheckpointLine>();
    }

    private static CheckpointLine? Read(string text, IReadOnlyList<(long After, ECDsa Key)> keys) =>
        CheckpointLine.Read(text) is { } line ? line with { InForce = keys.Last(key => key.After < line.Says.Number || key.After == 0).Key } : null;
}
