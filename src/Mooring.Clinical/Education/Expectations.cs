using Mooring.Clinical.Courses;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Education;

/// <summary>One part of what a person is told, ready to print.</summary>
public sealed record FilledSection(string Id, string Heading, bool Urgent, IReadOnlyList<string> Paragraphs);

/// <summary>What the texts for patients need to know of one person's plan.</summary>
public sealed record EducationFacts
{
    public required string PatientFirstName { get; init; }

    /// <summary>The escort as the person gave the name, or null while nobody is named.</summary>
    public string? Escort { get; init; }

    /// <summary>Null as long as the clinic has not written one down; then the text says how to ask for it.</summary>
    public string? ClinicPhone { get; init; }

    /// <summary>What is measured when, as the plan's monitoring pack says.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }
}

/// <summary>Fills a text for patients from the person's own plan, so that no number in it is somebody else's.</summary>
public static class Expectations
{
    /// <summary>The sections that hold for the plan's treatment, every placeholder filled.</summary>
    /// <exception cref="InvalidOperationException">The text has a placeholder that no plan fills: a fault of the content.</exception>
    public static IReadOnlyList<FilledSection> For(Plan plan, Protocol protocol, EducationText text, EducationFacts facts) =>
        Told(text, Treatment.Of(protocol), PlanWords.Of(plan, protocol, text, facts));

    /// <summary>The sections that hold for a treatment, for a text that asks for nothing of a plan but how to reach the clinic.</summary>
    public static IReadOnlyList<FilledSection> For(Treatment treatment, EducationText text, string? clinicPhone) =>
        Told(text, treatment, PlanWords.Clinic(text, clinicPhone));

    private static IReadOnlyList<FilledSection> Told(EducationText text, Treatment treatment, IReadOnlyDictionary<string, string> words) =>
    [
        .. from section in text.Sections
           let paragraphs = section.Paragraphs.Where(paragraph => paragraph.Holds(treatment)).Select(paragraph => Placeholders.Fill(paragraph.Says, words)).ToList()
           where paragraphs.Count > 0
           select new FilledSection(section.Id, Placeholders.Fill(section.Heading, words), section.Urgent, paragraphs),
    ];
}
