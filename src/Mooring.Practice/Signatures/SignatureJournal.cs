using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Signing;
using Mooring.Storage;
using Mooring.Storage.Journals;

namespace Mooring.Practice.Signatures;

/// <summary>One entry of a journal of signatures.</summary>
/// <param name="What">What was signed: the table of the row.</param>
/// <param name="Of">The row.</param>
/// <param name="Sha256">Over what stood in it, in hexadecimal.</param>
internal sealed record SignedRow(Guid Id, DateTimeOffset At, Actor By, string What, Guid Of, string Sha256, Signature Signature);

/// <summary>
/// Binds a signature to what was signed, where that is a row and no journal itself: a plan, a consent, a file of content.
/// The entry is kept with the row or not at all; checkpoints sign the journal with all others.
/// </summary>
public sealed class SignatureJournal(MooringDb db, JournalStore journals, TimeProvider clock)
{
    /// <summary>What these journals are kept under; one for each signed row.</summary>
    public const string Subject = "signatures";

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Adds the signature of whoever acts; the caller saves it together with the row.</summary>
    /// <param name="signed">What stands in the row, without what may change afterwards.</param>
    internal async Task Add<T>(string what, Guid of, T signed, Signature signature, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var name = new JournalName(Subject, of);
        var entry = new SignedRow(Guid.CreateVersion7(now), now, db.Acting(), what, of, Hash(signed), signature);
        journals.Add(name, await journals.End(name, cancel), entry.Id, JsonSerializer.SerializeToUtf8Bytes(entry, Written));
    }

    internal static SignedRow Read(ChainLink link) => JsonSerializer.Deserialize<SignedRow>(link.Bytes.Span, Written)!;

    // As it is read back: what a number loses on the way to the database is lost in both.
    internal static string Hash<T>(T signed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonColumn.Write(JsonColumn.Read<T>(JsonColumn.Write(signed))))));
}
