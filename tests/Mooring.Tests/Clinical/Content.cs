using Mooring.Clinical.Consent;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Education;
using Mooring.Clinical.Protocols;
using Mooring.Storage.Library;

namespace Mooring.Tests.Clinical;

/// <summary>The content of this checkout, read once for all tests.</summary>
internal static class Content
{
    public static string Folder { get; } = ContentFolder.Find();

    public static ClinicalLibrary Library { get; } = ClinicalLibrary.Load(Folder);

    public static ContentShelf<Protocol> Protocols { get; } = Mooring.Storage.Library.Protocols.Read(Folder);

    public static ContentShelf<ConsentForm> Consents { get; } = Mooring.Storage.Library.Consents.Read(Folder);

    public static ContentShelf<EducationText> Educations { get; } = Mooring.Storage.Library.Educations.Read(Folder);

    public static ContentRead<DoseRules> DoseRules { get; } = Mooring.Storage.Library.Protocols.ReadDoseRules(Folder);

    public static Protocol Protocol(string id) => Protocols.Items.Single(protocol => protocol.Id == id);
}
