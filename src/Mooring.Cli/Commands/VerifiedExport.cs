using System.Security.Cryptography;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Practice.Records;

namespace Mooring.Cli.Commands;

/// <summary>An exported session, checked by what stands in the file and a public key.</summary>
internal static class VerifiedExport
{
    /// <param name="elsewhere">A copy of the checkpoints that was kept elsewhere; those in the file when null.</param>
    public static Outcome<Verified> Of(ReadOnlyMemory<byte> file, ECDsa? key, IReadOnlyList<string>? elsewhere)
    {
        var read = ExportedRecord.Read(file);
        if (!read.IsDone)
            return Outcome<Verified>.Refuse(read.Refusals);
        var record = read.Value;
        var book = key is null ? null : new CheckpointBook(elsewhere ?? record.Checkpoints, key);
        var proof = book is null
            ? new JournalProof(JournalChain.FirstBreak(record.Links), 0, null)
            : JournalProof.Of(record.Links, book.Of(Checkpoint.OfSession, record.Session.Value), book.Key);
        var head = record.Links.Count == 0 ? "" : Convert.ToHexStringLower(record.Links[^1].Hash.Span);
        var journal = new VerifiedJournal(Guid.Empty, record.Session, record.Links.Count, head, proof.Break) { Signed = proof.Signed, SignedAt = proof.SignedAt };
        // Only a copy from elsewhere is a whole book; an export carries the lines of its own session.
        return new Verified([journal], [], [], elsewhere is null ? null : book?.FirstBreak(), book?.Notes() ?? [], book is not null);
    }
}
