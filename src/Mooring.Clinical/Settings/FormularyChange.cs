namespace Mooring.Clinical.Settings;

/// <summary>The protocols that the clinic offers: new plans are made by these. Plans and sessions that there are go on.</summary>
/// <param name="Ticked">Ids of protocols, as sent.</param>
/// <param name="Library">The ids of those that the library has and that may run here.</param>
public sealed record FormularyChange(IReadOnlyCollection<string> Ticked, IReadOnlyCollection<string> Library) : SettingsChange(SettingsPart.Formulary)
{
    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (Ticked.Count == 0)
            return new Refusal("SET116", "Offer at least one protocol; without one no plan can be made.", "protocols");
        if (Ticked.Any(id => !Library.Contains(id, StringComparer.Ordinal)))
            return new Refusal("SET117", "One of these is no protocol that the library has and that may run here. Open this page anew and choose again.", "protocols");
        List<string> offered = [.. Library.Where(id => Ticked.Contains(id, StringComparer.Ordinal)).Order(StringComparer.Ordinal)];
        // As long as nobody chose, all are offered: ticking all of them says nothing new.
        return before.Formulary is null && offered.Count == Library.Count ? before : before with { Formulary = offered };
    }
}
