using Mooring.Clinical.Protocols;
using Mooring.Clinical.Sessions;
using Mooring.Content.Library;
using Mooring.Content.Reading;

namespace Mooring.Practice.Content;

/// <summary>A file that a session is opened on, and whether somebody signed it as it is now.</summary>
public sealed record FileToSign(string File, bool IsSigned);

/// <summary>Which few of the many files have to be read and signed before this clinic can treat by a protocol.</summary>
public sealed class FilesToSign(ClinicalLibrary library, CourseContent content, Reviewed reviewed)
{
    /// <summary>The protocol, its monitoring pack and the dose rules, in the order in which they are best read.</summary>
    public IReadOnlyList<FileToSign> For(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        return [.. Of(library, protocol.Id, content.Pack(protocol).Pin).Select(file => new FileToSign(file, reviewed.Is(file)))];
    }

    internal static IReadOnlyList<string> Of(ClinicalLibrary library, string protocolId, ContentPin monitoring) =>
        [LibraryFiles.ProtocolFile(protocolId), library.Packs.FirstOrDefault(pack => pack.Hash == monitoring.Hash)?.File ?? $"monitoring/{monitoring.Id}.yaml", Protocols.DoseRulesFile];
}
