using Mooring.Clinical.Courses;
using Mooring.Clinical.Protocols;

namespace Mooring.Clinical.Education;

/// <summary>One part of what a person is told, ready to print.</summary>
public sealed record ToldSection(string Id, string Heading, bool Urgent, IReadOnlyList<string> Paragraphs);

/// <summary>What the texts for patients need to know of one person's plan.</summary>
public sealed record ToldFacts
{
    public required string PatientFirstName { get; init; }

    /// <summary>The escort as the person named her, or null while nobody is named.</summary>
    public string? Escort { get; init; }

    public required string ClinicPhone { get; init; }
}

/// <summary>Fills a text for patients from the person's own plan, so that no number in it is somebody else's.</summary>
public static class Expectations
{
    /// <summary>The sections that hold for the plan's route, every placeholder filled.</summary>
    /// <exception cref="InvalidOperationException">The text has a placeholder that no plan fills: a fault of the content.</exception>
    public static IReadOnlyList<ToldSection> For(Plan plan, Protocol protocol, EducationText text, ToldFacts facts)
    {
        var words = PlanWords.Of(plan, protocol, text, facts);
        return
        [
            .. from section in text.Sections
               let paragraphs = section.Paragraphs
                   .Where(paragraph => paragraph.For.Count == 0 || paragraph.For.Contains(protocol.Route))
                   .Select(paragraph => Placeholders.Fill(paragraph.Says, words))
                   .ToList()
               where paragraphs.Count > 0
               select new ToldSection(section.Id, Placeholders.Fill(section.Heading, words), section.Urgent, paragraphs),
        ];
    }
}
