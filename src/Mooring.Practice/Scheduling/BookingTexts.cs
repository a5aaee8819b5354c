using Mooring.Clinical;

namespace Mooring.Practice.Scheduling;

/// <summary>What is typed into the book: trimmed, and not too long.</summary>
internal static class BookingTexts
{
    public const int Longest = 300;

    private const int Shortest = 3;

    /// <summary>Null for nothing.</summary>
    public static string? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>APT120 for what is too long; null when it is not.</summary>
    public static Refusal? TooLong(string? typed, string at) =>
        Read(typed)?.Length > Longest ? new("APT120", $"Say it in {Longest} letters at most.", at) : null;

    /// <summary>APT121 for a reason that says nothing; APT120 for one that is too long.</summary>
    public static Refusal? Missing(string? typed, string at) =>
        (Read(typed)?.Length ?? 0) < Shortest ? new("APT121", "Write why, in a few words.", at) : TooLong(typed, at);
}
