using Mooring.Clinical;
using Mooring.Clinical.Consent;
using Mooring.Clinical.Education;
using Mooring.Clinical.Instruments;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Notes;
using Mooring.Clinical.Protocols;
using Mooring.Clinical.Rules;
using Mooring.Clinical.Scheduling;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Content.Reading;
using Mooring.Content.Yaml;

namespace Mooring.Web.Pages.Library;

/// <summary>The whole library as pages for readers, in the order of its shelves.</summary>
public sealed class ContentBook
{
    /// <summary>The shelves: the word in the address, and what a reader calls it.</summary>
    public static IReadOnlyList<(string Kind, string Title)> Shelves { get; } =
    [
        ("protocols", "Protocols"), ("rules", "Screening rules"), ("monitoring", "Monitoring"), ("instruments", "Questionnaires and scales"), ("forms", "Clinic forms"),
        ("adverse-events", "Adverse events"), ("emergency", "Emergency cards"), ("consent", "Consent"), ("education", "For patients"), ("notes", "Notes"), ("letters", "Letters"), ("visit-types", "Kinds of appointments"), ("general", "Clinic-wide rules"), ("kinetics", "Kinetic models"), ("devices", "Devices"),
        ("codes", "Codes"), ("vocabulary", "What is recognized"), ("references", "Sources"),
    ];

    private readonly Dictionary<string, ContentPage> byKey;
    private readonly ClinicalLibrary library;
    private readonly ContentTree tree;

    public ContentBook(ClinicalLibrary library)
    {
        this.library = library;
        tree = new(library.Words);
        byKey = Made().ToDictionary(page => page.Key, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<ContentPage> Pages => byKey.Values;

    public ContentPage? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The page that shows a file, or the first of several.</summary>
    public ContentPage? OfFile(string file) => Pages.FirstOrDefault(page => page.File == file);

    /// <summary>Pages that hold every word, in the order of the shelves.</summary>
    public IEnumerable<ContentPage> Search(string? words, string? kind) =>
        Pages.Where(page => string.IsNullOrEmpty(kind) || page.Kind == kind)
            .Where(page => page.Has((words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    /// <summary>An earlier text of a page, read as this program reads; null when it can not be.</summary>
    public ContentPage? Earlier(ContentPage page, string text) => page.Kind switch
    {
        "rules" => Read<ScreeningRule>(page, text, rule => RulePages.Parts(rule, library.Words)),
        "protocols" => Read<Protocol>(page, text, Of),
        "monitoring" => Read<MonitoringPack>(page, text, pack => tree.Parts(pack, nameof(pack.Title))),
        "instruments" or "forms" => Read<Instrument>(page, text, instrument => tree.Parts(instrument)),
        "devices" => Read<DeviceProfile>(page, text, profile => tree.Parts(profile, nameof(profile.Title))),
        "visit-types" => Read<VisitType>(page, text, type => tree.Parts(type, nameof(type.Name))),
        "emergency" => Read<EmergencyCard>(page, text, card => tree.Parts(card, nameof(card.Title))),
        "consent" => Read<ConsentForm>(page, text, form => tree.Parts(form, nameof(form.Title))),
        "notes" => Read<NoteTemplate>(page, text, note => tree.Parts(note)),
        "letters" => Read<LetterTemplate>(page, text, letter => tree.Parts(letter, nameof(letter.Title))),
        "education" => Read<EducationText>(page, text, education => tree.Parts(education)),
        _ => null,
    };

    private static ContentPage? Read<T>(ContentPage page, string text, Func<T, IReadOnlyList<ContentNode>> parts)
        where T : class => StrictYaml.ReadText<T>(text, page.File).Value is { } value ? page with { Parts = parts(value) } : null;

    private IEnumerable<ContentPage> Made() =>
    [
        .. library.Protocols.Select(protocol => Page("protocols", protocol.Id, protocol.Name, $"protocols/{protocol.Id.ToLowerInvariant()}.yaml", Of(protocol), protocol.Indication)),
        .. library.Rules.Values.Select(rule => Page("rules", rule.Value.Id, rule.Value.Id, rule.File, RulePages.Parts(rule.Value, library.Words), rule.Value.Says)),
        .. library.Packs.Where(pack => pack.IsSound).Select(pack => Page("monitoring", pack.Value!.Id, pack.Value.Title, pack.File, tree.Parts(pack.Value, nameof(MonitoringPack.Title)))),
        .. library.Instruments.Values.Select(instrument => Page("instruments", instrument.Value.Id, instrument.Value.Title.En, instrument.File, tree.Parts(instrument.Value))),
        .. library.Forms.Values.Select(form => Page("forms", form.Value.Id, form.Value.Title.En, form.File, tree.Parts(form.Value))),
        .. library.AdverseEvents is { } events ? [Page("adverse-events", "catalogue", "Adverse events", "adverse-events/catalogue.yaml", tree.Parts(events))] : Array.Empty<ContentPage>(),
        .. library.EmergencyCards.Values.Select(card => Page("emergency", card.Value.Id, card.Value.Title, card.File, tree.Parts(card.Value, nameof(EmergencyCard.Title)))),
        .. library.Consents.Select(form => Page("consent", $"{form.Id}.{form.Language}", form.Title, $"consent/{form.Id}.{form.Language}.yaml", tree.Parts(form, nameof(form.Title))) with { Language = form.Language }),
        .. library.Educations.Select(text => Page("education", $"{text.Id}.{text.Language}", text.Title, $"education/{text.Id}.{text.Language}.yaml", tree.Parts(text, nameof(text.Title))) with { Language = text.Language }),
        .. library.VisitTypes.Values.Select(type => Page("visit-types", type.Value.Id, type.Value.Name, type.File, tree.Parts(type.Value, nameof(VisitType.Name)))),
        .. library.Notes.Values.Select(note => Page("notes", note.Value.Id, note.Value.Title.En, note.File, tree.Parts(note.Value))),
        .. library.Letters.Select(letter => Page("letters", $"{letter.Id}.{letter.Language}", letter.Title, $"letters/{letter.Id}.{letter.Language}.yaml", tree.Parts(letter, nameof(letter.Title))) with { Language = letter.Language }),
        .. General().Where(item => item.Value is not null).Select(item => Page("general", item.File, item.Title, item.File + ".yaml", tree.Parts(item.Value!))),
        .. library.Kinetics.Files.Where(model => model.IsSound).Select(model => Page("kinetics", model.Value!.Id, model.Value.Id, model.File, tree.Parts(model.Value))),
        .. library.DeviceProfiles.Values.Select(profile => Page("devices", profile.Value.Id, profile.Value.Title, profile.File, tree.Parts(profile.Value, nameof(DeviceProfile.Title)))),
        .. library.Words.Sets.Values.Select(set => Page("codes", set.Id, set.Title, FileOf(set), tree.Parts(set, nameof(set.Title)))),
        .. CodePages.Of(library.Words.Codes).Select(list => Page("codes", list.Id, list.Title, $"codes/{list.Id}.yaml", list.Parts)),
        .. VocabularyPages.Of(library, tree).Select(page => Page("vocabulary", page.Id, page.Title, page.File, page.Parts)),
        .. library.References.Values.Select(source => Page("references", source.Value.Id, source.Value.Title ?? $"[{source.Value.Described}]", source.File,
            [.. tree.Parts(source.Value, nameof(Reference.Title)), CitedBy(source.Value.Id)])),
    ];

    private IEnumerable<(string File, string Title, object? Value)> General() =>
    [
        ("dosing", "How a dose is worked out", library.DoseRules), ("eligibility", "Eligibility decisions", library.Eligibility?.Value),
        ("suicide-risk", "The suicide-risk step", library.RiskPathway?.Value), ("treatment-trials", "Treatment resistance", library.Trials?.Value),
        ("documents", "Which papers a chart holds, and how large", library.Documents?.Value), ("note-terms", "Notes: signatures, and the scale of goals", library.NoteTerms?.Value), ("note-facts", "How facts are said in notes and letters", library.NoteFacts?.Value),
        ("asking", "What is asked when", library.Asking?.Value), ("history", "What a patient is asked about their past", library.History?.Value),
        ("emergency", "What emergency mode offers", library.Emergency?.Value), ("roles", "Which role may do what", library.Roles?.Value), ("reviewing", "Who signs which part of the content first", library.Review.Terms), ("staffing", "Who must be here, and how many chairs one person may have", library.Staffing?.Value), ("credentials", "Which licenses and certificates are asked of staff", library.Credentials?.Value), ("privacy", "Opening what is shut, links, unusual looks, and 42 CFR Part 2", library.Privacy?.Value), ("bedside", "What the forms at the chair offer", library.Bedside?.Value), ("home-check", "Whether the patient arrived at home", library.HomeCheck?.Value),
        ("tasks", "How long what waits may wait", library.Tasks?.Value),
        ("booking", "The rules of the appointment book", library.Booking?.Value),
        ("device-terms", "By what devices are judged", library.DeviceTerms?.Value),
        ("surveillance", "What is watched for as long as somebody is treated", library.Surveillance?.Value),
        ("kinetics/terms/readiness", "When a session may be near its end", library.KineticTerms.Readiness), ("kinetics/terms/effect", "How a rated effect is read", library.KineticTerms.Effect), ("kinetics/terms/predicting", "What may be asked of a curve, and what is said beside it", library.KineticTerms.Predicting), ("kinetics/terms/validation", "How models are held against published measurements", library.KineticTerms.Validation),
    ];

    private IReadOnlyList<ContentNode> Of(Protocol protocol) =>
    [
        .. tree.Parts(protocol, nameof(Protocol.Name), nameof(Protocol.Indication)).Select(node => node.Label switch
        {
            "Monitoring" => node with { Link = $"monitoring/{node.Says}" },
            "Consent" => node with { Link = $"consent/{node.Says}.en" },
            _ => node,
        }),
    ];

    private ContentNode CitedBy(string source) => new("Cited by")
    {
        Parts =
        [
            .. Files().Where(file => file.Value.Contains($"source: {source}", StringComparison.Ordinal))
                .Select(file => new ContentNode("", file.Key, KeyOf(file.Key))),
        ],
    };

    private IEnumerable<KeyValuePair<string, string>> Files() =>
        library.Texts.Where(file => !file.Key.StartsWith("references/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal);

    private static string? KeyOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder && Shelves.Any(shelf => shelf.Kind == folder && folder != "codes")
        ? $"{folder}/{ContentPage.Slug(Path.GetFileNameWithoutExtension(file))}"
        : file.Contains('/', StringComparison.Ordinal) ? null : $"general/{Path.GetFileNameWithoutExtension(file)}";

    private string FileOf(ValueSet set) => Files()
        .First(file => file.Key.StartsWith($"{VocabularyContent.Folder}/", StringComparison.Ordinal)
            && file.Value.Split("id: ").Skip(1).Any(after => after.StartsWith(set.Id, StringComparison.Ordinal) && after.Length > set.Id.Length && after[set.Id.Length] is '\n' or '\r' or ',' or ' ' or '}')).Key;

    private ContentPage Page(string kind, string id, string title, string file, IReadOnlyList<ContentNode> parts, string? lead = null) => new()
    {
        Kind = kind,
        Id = id,
        Title = title,
        File = file,
        Hash = library.Review.Hashes.GetValueOrDefault(file, ""),
        Lead = lead,
        Parts = library.Made.TryGetValue(file, out var made) ? BaseMarks.Marked(parts, made) : parts,
        Base = made?.Base,
        BaseChanges = made is null ? [] : BaseMarks.Changes(made),
    };
}
