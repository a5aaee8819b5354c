using System.Diagnostics.CodeAnalysis;

namespace Mooring.Content.Yaml;

/// <summary>A content file as it was read: its value, or what is wrong with it.</summary>
/// <param name="Hash">SHA-256 of the file's bytes, lower-case hex: what a record pins and a reviewer signs.</param>
public sealed record ContentRead<T>(string File, string Hash, T? Value, IReadOnlyList<LibraryFault> Faults)
    where T : class
{
    /// <summary>What was read, word for word; empty when it was no text.</summary>
    public string Text { get; init; } = "";

    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSound => Faults.Count == 0;
}
