using Mooring.Clinical.Attention;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Education;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Screening;
using Mooring.Clinical.Sessions;

namespace Mooring.Content.Library;

/// <summary>A monitoring pack with the text it was read from, so that a session can keep exactly that.</summary>
public sealed record PackText(MonitoringPack Pack, ContentPin Pin, string Text);

/// <summary>The library as a course of treatment asks for it. Throws on a library with faults.</summary>
public sealed class CourseContent(ClinicalLibrary library)
{
    private readonly ClinicalLibrary library = library.Sound();

    public IReadOnlyList<Protocol> Protocols => library.Protocols;

    public DoseRules DoseRules => library.DoseRules!;

    public EligibilityTerms Eligibility => library.Eligibility!.Value;

    /// <summary>How long what waits may wait.</summary>
    public TaskTerms Tasks => library.Tasks!.Value;

    public IReadOnlyList<ConsentForm> Consents => library.Consents;

    public IReadOnlyList<EducationText> Educations => library.Educations;

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

    public PackText Pack(Protocol protocol)
    {
        var read = library.Packs.Single(pack => pack.Value?.Id == protocol.Monitoring);
        return new(read.Value!, new(read.Value!.Id, read.Value.Version, read.Hash), read.Text);
    }

    /// <summary>The file of a protocol or form as it was read, for keeping.</summary>
    public string TextOf(string folder, string file) => library.Texts[$"{folder}/{file.ToLowerInvariant()}.yaml"];
}
