using Mooring.Content.Reading;

namespace Mooring.Content.Library;

/// <summary>Every file that makes claims, with what was read from it.</summary>
internal static class LibraryFiles
{
    public static IEnumerable<(string File, object Content)> Of(ClinicalLibrary library)
    {
        IEnumerable<(string File, object? Content)> all =
        [
            .. library.Rules.Values.Select(rule => (rule.File, (object?)rule.Value)),
            .. library.Instruments.Values.Select(instrument => (instrument.File, (object?)instrument.Value)),
            .. library.Protocols.Select(protocol => (ProtocolFile(protocol.Id), (object?)protocol)),
            .. library.Packs.Select(pack => (pack.File, (object?)pack.Value)),
            .. library.Consents.Select(form => ($"consent/{form.Id}.{form.Language}.yaml", (object?)form)),
            .. library.Educations.Select(text => ($"education/{text.Id}.{text.Language}.yaml", (object?)text)),
            (Protocols.DoseRulesFile, library.DoseRules),
            (AdverseEvents.Catalogue, library.AdverseEvents),
            ("emergency.yaml", library.Emergency?.Value),
            ("roles.yaml", library.Roles?.Value),
            ("reviewing.yaml", library.Review.Terms),
            ("staffing.yaml", library.Staffing?.Value),
            ("credentials.yaml", library.Credentials?.Value),
            ("privacy.yaml", library.Privacy?.Value),
            .. library.VisitTypes.Values.Select(type => (type.File, (object?)type.Value)),
            ("booking.yaml", library.Booking?.Value),
            .. library.EmergencyCards.Values.Select(card => (card.File, (object?)card.Value)),
            ("bedside.yaml", library.Bedside?.Value),
            ("home-check.yaml", library.HomeCheck?.Value),
            ("tasks.yaml", library.Tasks?.Value),
            .. library.DeviceProfiles.Values.Select(profile => (profile.File, (object?)profile.Value)),
            ("device-terms.yaml", library.DeviceTerms?.Value),
            .. library.Notes.Values.Select(note => (note.File, (object?)note.Value)),
            .. library.Letters.Select(letter => ($"letters/{letter.Id}.{letter.Language}.yaml", (object?)letter)),
            ("note-terms.yaml", library.NoteTerms?.Value),
            ("documents.yaml", library.Documents?.Value),
            ("note-facts.yaml", library.NoteFacts?.Value),
            .. library.Forms.Values.Select(form => (form.File, (object?)form.Value)),
            ("eligibility.yaml", library.Eligibility?.Value),
            ("history.yaml", library.History?.Value),
            ("asking.yaml", library.Asking?.Value),
            ("surveillance.yaml", library.Surveillance?.Value),
            ("treatment-trials.yaml", library.Trials?.Value),
            ("suicide-risk.yaml", library.RiskPathway?.Value),
        ];
        return all.Where(file => file.Content is not null).Select(file => (file.File, file.Content!));
    }

    public static string ProtocolFile(string id) => $"protocols/{id.ToLowerInvariant()}.yaml";
}
