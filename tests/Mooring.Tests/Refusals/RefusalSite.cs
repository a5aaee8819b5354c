namespace Mooring.Tests.Refusals;

/// <summary>One place in the source that refuses.</summary>
/// <param name="Code">Such as <c>SES101</c>.</param>
/// <param name="Sentences">What it says, with named places; several where the same refusal is worded for its case.</param>
/// <param name="File">Path in the checkout.</param>
internal sealed record RefusalSite(string Code, IReadOnlyList<string> Sentences, string File, int Line);
