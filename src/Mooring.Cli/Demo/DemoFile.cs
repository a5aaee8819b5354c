using System.Text.Json;
using Mooring.Clinical;

namespace Mooring.Cli.Demo;

/// <summary>How to come in, for people and for scripts: what <c>demo.json</c> holds.</summary>
internal sealed record DemoFile(string BaseUrl, int MllpPort, IReadOnlyDictionary<string, DemoDoor> Roles)
{
    /// <summary>The staff of the demo.</summary>
    public static readonly (Role Role, string Name)[] People =
    [
        (Role.Prescriber, "Mara Alder"), (Role.Nurse, "Ben Rowan"), (Role.Therapist, "Ines Hazel"), (Role.FrontDesk, "Tom Sedge"), (Role.Manager, "Ada Linden"),
        (Role.MedicalDirector, "Juno Hawthorn"), (Role.Technician, "Remy Lark"), (Role.Biller, "Sol Aspen"), (Role.PrivacyOfficer, "Kit Juniper"), (Role.Pharmacist, "Noa Bracken"), (Role.OutsideTherapist, "Lou Tamarack"),
    ];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string In(string folder) => Path.Combine(folder, "demo.json");

    public static string NameOf(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    public void Write(string folder) => File.WriteAllText(In(folder), JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>One role's way in.</summary>
internal sealed record DemoDoor(string Link, string Token);
