using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Devices.Readings;
using Mooring.Practice.Devices;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Web.Intake;

/// <summary>
/// By what each device's messages are read: the table, its profile, and what a person mapped. Asked for each message, so
/// it is made once and read again only when somebody has changed the device book.
/// </summary>
public sealed class IntakeTerms(ClinicalLibrary library, DeviceCodeTable codes, DeviceBookEditions editions, IServiceScopeFactory scopes, TimeProvider clock)
{
    // Another server of the same clinic may have changed the book.
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Id<Clinic>, Edition> known = new();

    /// <summary>The terms of a message by the devices it names.</summary>
    public async ValueTask<Func<IReadOnlyList<string>, ReadingTerms>> Of(Id<Clinic> clinic, CancellationToken cancel)
    {
        var number = editions.Of(clinic);
        if (known.TryGetValue(clinic, out var edition) && edition.Number == number && clock.GetElapsedTime(edition.ReadAt) < GoodFor)
            return edition.Of;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ClinicScope>().Enter(clinic, null);
        var made = new Edition(number, clock.GetTimestamp(), await scope.ServiceProvider.GetRequiredService<ProfileDesk>().Book(cancel), library, codes);
        known[clinic] = made;
        return made.Of;
    }

    /// <summary>The device book as it was read last; empty before.</summary>
    public DeviceBook Book(Id<Clinic> clinic) => known.TryGetValue(clinic, out var edition) ? edition.Book : new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<CodeMapping>>());

    private sealed class Edition(long number, long readAt, DeviceBook book, ClinicalLibrary library, DeviceCodeTable codes)
    {
        private readonly ReadingTerms plain = new(codes);
        private readonly ConcurrentDictionary<string, ReadingTerms> byProfile = new(StringComparer.Ordinal);

        public long Number => number;

        public DeviceBook Book => book;

        public long ReadAt => readAt;

        public ReadingTerms Of(IReadOnlyList<string> devices)
        {
            var profile = book.ProfileOf(devices) is { } id ? library.DeviceProfiles.GetValueOrDefault(id)?.Value : null;
            var terms = profile is null ? plain : byProfile.GetOrAdd(profile.Id, _ => ReadingTerms.Of(codes, profile));
            var mappings = book.Mappings.Count == 0 ? [] : book.MappingsOf(devices);
            return mappings.Count == 0 ? terms : terms with { Mappings = mappings };
        }
    }
}
