using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Review;

namespace Mooring.Practice.Content;

/// <summary>A file that a session is opened on, and whether somebody signed it as it is now.</summary>
public sealed record FileToSign(string File, bool IsSigned)
{
    /// <summary>Who of which field signs it before; empty once they have.</summary>
    public IReadOnlyList<ReviewNeed> Waits { get; init; } = [];
}

/// <summary>Which few of the many files have to be read and signed before this clinic can treat by a protocol.</summary>
public sealed class FilesToSign(ClinicalLibrary library, CourseContent content, Reviewed reviewed, SignatureDesk desk)
{
    /// <summary>The protocol, its monitoring pack and the dose rules, in the order in which they are best read.</summary>
    public IReadOnlyList<FileToSign> For(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return [.. Of(library, protocol.Id, content.Pack(protocol).Pin).Select(file => new FileToSign(file, reviewed.Is(file)))];
    }

    /// <summary>Every file that somebody of this field signs, those first that still wait for it.</summary>
    public async Task<IReadOnlyList<FileToSign>> OfField(Reviewer field, CancellationToken cancel)
    {
        List<FileToSign> files = [];
        foreach (var file in library.Review.Hashes.Keys.Where(file => library.Review.Needs(file).Any(need => need.From == field)).Order(StringComparer.Ordinal))
            files.Add(new(file, reviewed.Is(file)) { Waits = await desk.Missing(file, cancel) });
        return [.. files.OrderBy(file => file.Waits.All(need => need.From != field))];
    }

    internal static IReadOnlyList<string> Of(ClinicalLibrary library, string protocolId, ContentPin monitoring) =>
        [LibraryFiles.ProtocolFile(protocolId), library.Packs.FirstOrDefault(pack => pack.Hash == monitoring.Hash)?.File ?? $"monitoring/{monitoring.Id}.yaml", Protocols.DoseRulesFile];
}
