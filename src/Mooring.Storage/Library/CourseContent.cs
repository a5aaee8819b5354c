using System.Security.Cryptography;
using System.Text;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Education;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Watching;

namespace Mooring.Storage.Library;

/// <summary>A monitoring pack with the text it was read from, so that a session can keep exactly that.</summary>
public sealed record PackText(MonitoringPack Pack, ContentPin Pin, string Text);

/// <summary>What a course of treatment is made of, as reviewed, read once: protocols, dose rules, consents, texts, packs.</summary>
public sealed class CourseContent
{
    public required IReadOnlyList<Protocol> Protocols { get; init; }

    public required DoseRules DoseRules { get; init; }

    public required EligibilityTerms Eligibility { get; init; }

    public required IReadOnlyList<ConsentForm> Consents { get; init; }

    public required IReadOnlyList<EducationText> Educations { get; init; }

    public required IReadOnlyList<PackText> Packs { get; init; }

    private string Folder { get; init; } = "";

    /// <exception cref="InvalidOperationException">Something has faults; <c>mooring check</c> names them.</exception>
    public static CourseContent Load(string content)
    {
        var protocols = Library.Protocols.Read(content);
        var consents = Library.Consents.Read(content);
        var educations = Library.Educations.Read(content);
        List<LibraryFault> faults = [.. protocols.Faults, .. consents.Faults, .. educations.Faults];
        if (faults.Count > 0)
            throw new InvalidOperationException($"The content has faults: {string.Join("; ", faults)}");
        return new()
        {
            Folder = content,
            Protocols = protocols.Items,
            DoseRules = Sound(Library.Protocols.ReadDoseRules(content)),
            Eligibility = Sound(StrictYaml.Read<EligibilityTerms>(Path.Combine(content, "eligibility.yaml"))),
            Consents = consents.Items,
            Educations = educations.Items,
            Packs = [.. Directory.EnumerateFiles(Path.Combine(content, "monitoring"), "*.yaml").Order(StringComparer.Ordinal).Select(Pack)],
        };
    }

    public Protocol? Protocol(string? id) =>
        Protocols.FirstOrDefault(protocol => string.Equals(protocol.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a form for every treatment, in this language, or in English when it was never translated.</summary>
    public ConsentForm Consent(string id, string language) =>
        Consents.FirstOrDefault(form => form.Id == id && form.Language == language)
        ?? Consents.First(form => form.Id == id && form.Language == "en");

    /// <summary>The form for this protocol's drug, route and label, in this language or else in English.</summary>
    public ConsentForm Consent(Protocol protocol, string language) => Consent(protocol.Consent, language).As(Treatment.Of(protocol));

    /// <summary>The text in this language, or in English when it was never translated.</summary>
    public EducationText Education(string id, string language) =>
        Educations.FirstOrDefault(text => text.Id == id && text.Language == language)
        ?? Educations.First(text => text.Id == id && text.Language == "en");

    public PackText Pack(Protocol protocol) => Packs.Single(pack => pack.Pin.Id == protocol.Monitoring);

    /// <summary>The file of a protocol or form as it was read, for keeping.</summary>
    public string TextOf(string folder, string file) => File.ReadAllText(Path.Combine(Folder, folder, $"{file.ToLowerInvariant()}.yaml"), Encoding.UTF8);

    private static PackText Pack(string file)
    {
        // Read once: what is hashed, parsed and kept must be the same bytes.
        var text = File.ReadAllText(file, Encoding.UTF8);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var pack = Sound(MonitoringPacks.ReadText(text, file));
        return new(pack, new(pack.Id, pack.Version, hash), text);
    }

    private static T Sound<T>(ContentRead<T> read)
        where T : class =>
        read.Value ?? throw new InvalidOperationException($"{read.File} has faults: {string.Join("; ", read.Faults)}");
}
