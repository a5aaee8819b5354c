namespace Mooring.Content.Yaml;

/// <summary>What is wrong with one place of the clinical content. All faults of a file are collected, none is thrown.</summary>
/// <param name="Code">Stable, <c>LIB…</c>.</param>
/// <param name="File">The file as it was asked for.</param>
/// <param name="Line">Counted from 1; 0 when the fault is about the file as a whole.</param>
/// <param name="Says">What is wrong and what to do.</param>
public sealed record LibraryFault(string Code, string File, int Line, string Says)
{
    /// <summary>What stands on the line that is meant; else the first thing that the sentence quotes.</summary>
    internal string? Near { get; init; }

    public override string ToString() => $"{File}:{Line}: {Code} {Says}";
}
