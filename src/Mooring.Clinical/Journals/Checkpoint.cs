using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mooring.Clinical.Journals;

/// <summary>What was signed: at this time this journal had so many entries, and the last had this hash.</summary>
/// <param name="Number">Dense from 1 over all journals of a data folder.</param>
/// <param name="Before">SHA-256 of the whole line before, in hexadecimal; empty before the first.</param>
/// <param name="Journal">The session, the clinic or whatever the journal tells of.</param>
/// <param name="Head">The hash of the journal's last entry, in hexadecimal.</param>
/// <param name="Subject">What the journal is about; lines of before there were others are about sessions.</param>
public sealed record Checkpoint(
    long Number, DateTimeOffset At, string Before, [property: JsonPropertyName("session")] Guid Journal, long Entries, string Head, string Subject = Checkpoint.OfSession)
{
    /// <summary>The subject of the journals of sessions.</summary>
    public const string OfSession = "session";
}

/// <summary>
/// A checkpoint with its signature, as one line: what was signed, a tab, the signature (ECDSA P-256 over SHA-256, r and s
/// after one another, base 64). The line is kept and checked as it was written, never made anew.
/// </summary>
public sealed record CheckpointLine(string Text, Checkpoint Says)
{
    private const char Between = '\t';

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>The key that was in force where the line stands, in a book whose key was handed over; null means the book's first.</summary>
    public ECDsa? InForce { get; init; }

    /// <summary>What the next line names as the one before it.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static CheckpointLine Sign(Checkpoint says, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var body = JsonSerializer.Serialize(says, Written);
        return new($"{body}{Between}{Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256))}", says);
    }

    /// <summary>The line read, its signature not yet checked; null when it is none.</summary>
    public static CheckpointLine? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Split(Between) is [var body, _] && JsonSerializer.Deserialize<Checkpoint>(body, Written) is { } says ? new(text, says) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="key">The first key of its book.</param>
    public bool IsSignedBy(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (body, signature) = (Text[..Text.IndexOf(Between, StringComparison.Ordinal)], Text[(Text.IndexOf(Between, StringComparison.Ordinal) + 1)..]);
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && (InForce ?? key).VerifyData(Encoding.UTF8.GetBytes(body), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }
}
