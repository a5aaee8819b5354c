using Mooring.Clinical;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>What roles may do stays above the floor that the program holds.</summary>
internal static class RoleCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) => library.Roles is not { } roles ? []
        : RoleFloor.Faults(roles.Value).Select(fault => new LibraryFault("LIB431", roles.File, 0, fault.Says)
        {
            Near = fault.Role is { } role ? $"role: {YamlRecords.Kebab(role.ToString())}" : "roles:",
        });
}
