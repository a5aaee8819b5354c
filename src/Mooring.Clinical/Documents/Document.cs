using Mooring.Clinical.Patients;

namespace Mooring.Clinical.Documents;

/// <summary>What a file is, by its first bytes and never by its name.</summary>
public enum FileFormat
{
    Pdf,
    Jpeg,
    Png,
}

/// <summary>Kept in the chart in error: it stays, and nobody reads it as if it belonged here.</summary>
public sealed record DocumentError(string Because, Actor By, DateTimeOffset At);

/// <summary>A paper or a picture of the chart.</summary>
/// <param name="Type">Its id in <c>content/documents.yaml</c>.</param>
/// <param name="On">The day that the paper bears.</param>
/// <param name="Size">In bytes, as it is kept.</param>
/// <param name="Hash">SHA-256 of the bytes as they are kept, in hexadecimal.</param>
public sealed record Document(Id<Document> Id, Id<Patient> Patient, string Type, string Title, DateOnly On, FileFormat Format, int Pages, long Size, string Hash, Actor By, DateTimeOffset At)
{
    /// <summary>The earlier version that this one stands for; null for none.</summary>
    public Id<Document>? Replaces { get; init; }

    /// <summary>A newer one stands for it.</summary>
    public bool IsReplaced { get; init; }

    public DocumentError? Error { get; init; }

    /// <summary>It counts: neither replaced nor in error.</summary>
    public bool Counts => !IsReplaced && Error is null;
}
