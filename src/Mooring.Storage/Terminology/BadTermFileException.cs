using Mooring.Clinical;

namespace Mooring.Storage.Terminology;

/// <summary>A file is not what it should be. Thrown deep in the reading of a stream; the desk gives it back as a refusal.</summary>
public sealed class BadTermFileException(Refusal refusal) : Exception(refusal.Says)
{
    public Refusal Refusal => refusal;

    internal static BadTermFileException At(string code, string file, long line, string says) =>
        new(new(code, FormattableString.Invariant($"{file}, line {line}: {says}"), "path"));
}
