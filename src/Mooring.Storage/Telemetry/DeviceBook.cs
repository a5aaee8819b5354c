using System.Collections.Concurrent;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;

namespace Mooring.Storage.Telemetry;

/// <summary>What persons have said about the devices of a clinic: the profile of each, and what codes mean.</summary>
/// <param name="Profiles">The id of a profile by the name of the device.</param>
/// <param name="Mappings">By their scope.</param>
public sealed record DeviceBook(IReadOnlyDictionary<string, string> Profiles, IReadOnlyDictionary<string, IReadOnlyList<CodeMapping>> Mappings)
{
    /// <summary>Names that a person has taken into the list of devices.</summary>
    public IReadOnlySet<string> Known { get; init; } = new HashSet<string>();

    /// <summary>Names that wait for a person.</summary>
    public IReadOnlySet<string> Waiting { get; init; } = new HashSet<string>();

    /// <summary>The devices for which each certificate speaks, by its fingerprint; none for one that waits for a person.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Certificates { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>Whether a device has a certificate: then nobody speaks for it without one.</summary>
    public bool IsCertified(string device) => Certificates.Values.Any(devices => devices.Contains(device));

    /// <summary>The profile of the first of these that has one.</summary>
    public string? ProfileOf(IReadOnlyList<string> devices) => devices.Select(name => Profiles.GetValueOrDefault(name)).FirstOrDefault(profile => profile is not null);

    /// <summary>What was mapped for any of these devices, or for their profile.</summary>
    public IReadOnlyList<CodeMapping> MappingsOf(IReadOnlyList<string> devices) =>
    [
        .. devices.SelectMany(name => Mappings.GetValueOrDefault(MappingScope.Device(name)) ?? []),
        .. ProfileOf(devices) is { } profile ? Mappings.GetValueOrDefault(MappingScope.Profile(profile)) ?? [] : [],
    ];
}

/// <summary>Counts the changes to device books, so that the gateway reads one again only when somebody has changed it.</summary>
public sealed class DeviceBookEditions
{
    private readonly ConcurrentDictionary<Id<Clinic>, long> editions = new();

    public long Of(Id<Clinic> clinic) => editions.GetValueOrDefault(clinic);

    /// <summary>Somebody has changed the book.</summary>
    internal void Changed(Id<Clinic> clinic) => editions.AddOrUpdate(clinic, 1, (_, edition) => edition + 1);
}
