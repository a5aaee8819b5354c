using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Consent;

/// <summary>
/// A consent text of one version in one language, from <c>content/consent</c>. As read it holds the sentences for every
/// route; nobody signs that. <see cref="As"/> leaves what holds for one treatment.
/// </summary>
public sealed record ConsentForm
{
    public required string Id { get; init; }

    /// <summary>The same in every language: a change of meaning is a new version in all of them.</summary>
    public required int Version { get; init; }

    /// <summary><c>en</c> or <c>es</c>.</summary>
    public required string Language { get; init; }

    /// <summary>SHA-256 of the file that was read; set by the reader and kept with each signature.</summary>
    public string Hash { get; init; } = "";

    public required string Title { get; init; }

    public required LabelStatus Label { get; init; }

    public required Quantity ValidFor { get; init; }

    public required IReadOnlyList<ConsentSection> Sections { get; init; }

    /// <summary>How often things happened in the label's trials, as printed in the form.</summary>
    public required IReadOnlyList<EffectRate> Effects { get; init; }

    public required IReadOnlyList<ConsentStatement> Statements { get; init; }

    /// <summary>What the person may allow or refuse without losing the treatment.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    public required IReadOnlyList<TeachBack> Questions { get; init; }

    public required IReadOnlyList<Because> Because { get; init; }

    /// <summary>The treatment that this form is about; null as long as it is the text for all of them.</summary>
    public Treatment? About { get; private init; }

    /// <summary>Whether a sentence of the text names this treatment's route, or the text names none at all.</summary>
    public bool Knows(DoseRoute route)
    {
        var named = Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.For).ToHashSet();
        return named.Count == 0 || named.Contains(route);
    }

    /// <summary>The form for one treatment: only what holds for it.</summary>
    public ConsentForm As(Treatment treatment) => this with
    {
        About = treatment,
        Sections =
        [
            .. Sections.Select(section => section with { Paragraphs = Holding(section.Paragraphs, treatment) }).Where(section => section.Paragraphs.Count > 0),
        ],
        Effects = Holding(Effects, treatment),
        Statements = Holding(Statements, treatment),
        Permissions = Holding(Permissions, treatment),
        Questions = Holding(Questions, treatment),
    };

    private static IReadOnlyList<T> Holding<T>(IEnumerable<T> all, Treatment treatment)
        where T : HoldsFor => [.. all.Where(each => each.Holds(treatment))];
}
