using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Education;
using Mooring.Clinical.Protocols;
using Mooring.Content;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Tests.Clinical;

/// <summary>The content of this checkout, read once for all tests.</summary>
internal static class Content
{
    public static string Folder { get; } = ContentFolder.Find();

    public static ClinicalLibrary Library { get; } = LibraryLoad.From(Folder);

    /// <summary>What roles may do by the content of this checkout.</summary>
    public static RoleRights Rights { get; } = new(Library.Roles!.Value);

    /// <summary>Somebody in these roles, with what they may do.</summary>
    public static Actor As(Guid id, string name, params IReadOnlyList<Role> roles) => Rights.Give(new(id, name, roles[0]) { MoreRoles = roles.Count == 1 ? null : [.. roles.Skip(1)] });

    public static ContentCache<Protocol> Protocols { get; } = Mooring.Content.Reading.Protocols.Read(Folder);

    public static ContentCache<ConsentForm> Consents { get; } = Mooring.Content.Reading.Consents.Read(Folder);

    public static ContentCache<EducationText> Educations { get; } = Mooring.Content.Reading.Educations.Read(Folder);

    public static ContentRead<DoseRules> DoseRules { get; } = Mooring.Content.Reading.Protocols.ReadDoseRules(Folder);

    public static Protocol Protocol(string id) => Protocols.Items.Single(protocol => protocol.Id == id);
}
