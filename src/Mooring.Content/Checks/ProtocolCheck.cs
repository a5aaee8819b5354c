using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Content.Yaml;

namespace Mooring.Content.Checks;

/// <summary>What a protocol names must be there, and must agree with it.</summary>
internal static class ProtocolCheck
{
    public static IEnumerable<LibraryFault> Faults(ClinicalLibrary library) =>
        from protocol in library.Protocols
        from says in Wrong(protocol, library)
        select new LibraryFault(says.Code, LibraryFiles.ProtocolFile(protocol.Id), 0, says.Says);

    private static IEnumerable<(string Code, string Says)> Wrong(Protocol protocol, ClinicalLibrary library)
    {
        foreach (var id in protocol.Instruments.Concat(protocol.Visits.SelectMany(visit => visit.Instruments)).Distinct().Where(id => !library.Instruments.ContainsKey(id)))
            yield return ("LIB170", $"The instrument '{id}' is not in the library.");
        foreach (var says in Phases(protocol))
            yield return ("LIB185", says);
        foreach (var id in protocol.Kinetics.Where(id => library.Kinetics.Find(id) is null))
            yield return ("LIB171", $"The kinetic model '{id}' is not in the library.");
        if (library.Consents.All(form => form.Id != protocol.Consent || form.Label != protocol.Label))
            yield return ("LIB173", $"There is no consent form '{protocol.Consent}' for {protocol.Label} use.");
        foreach (var form in library.Consents.Where(form => form.Id == protocol.Consent && !form.Knows(protocol.Route)))
            yield return ("LIB178", $"The consent form '{form.Id}' ({form.Language}) says nothing of this route.");
        if (protocol.Dose.Count == 0 && protocol.NotRunHere is null)
            yield return ("LIB175", "The protocol has no dose, so no session can be planned; say 'not-run-here', or give a dose.");

        if (library.Packs.FirstOrDefault(pack => pack.Value?.Id == protocol.Monitoring)?.Value is not { } watched)
            yield return ("LIB172", $"The monitoring pack '{protocol.Monitoring}' is not in the library.");
        else if (protocol.Stay.Observation.AsTime is not { } told || told != watched.Discharge.Stay.For)
            yield return ("LIB174", $"The protocol tells the patient {protocol.Stay.Observation}, but '{watched.Id}' keeps the patient {watched.Discharge.Stay.For.TotalMinutes} min.");
        else if (watched.Route != protocol.Route)
            yield return ("LIB176", $"The pack '{watched.Id}' watches another route.");
    }

    private static IEnumerable<string> Phases(Protocol protocol)
    {
        if (protocol.Course is not [{ Kind: PhaseKind.Induction }, ..])
            yield return "The first phase of the course is not an induction.";
        foreach (var phase in protocol.Course.Where(phase => phase.Kind == PhaseKind.Maintenance && (phase != protocol.Course[^1] || protocol.MaintenanceInterval is null)))
            yield return $"'{phase.Name}' is maintenance, which comes last and has a 'maintenance-interval'.";
        if (protocol.MaintenanceInterval is { } interval && (interval.Shortest.AsTime is not { } least || interval.Longest.AsTime is not { } most || interval.ReviewEvery.AsTime is null || least > most))
            yield return "The maintenance interval is upside down, or no time.";
        foreach (var checkpoint in protocol.Checkpoints.Where(checkpoint => checkpoint.After is null == checkpoint.AtEndOf is null || (checkpoint.AtEndOf is { } kind && protocol.Course.All(phase => phase.Kind != kind))))
            yield return $"The checkpoint '{checkpoint.Id}' names neither a number of sessions nor a phase of the course, or both.";
    }
}
