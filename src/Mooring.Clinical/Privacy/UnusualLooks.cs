namespace Mooring.Clinical.Privacy;

/// <summary>A look at a chart, as the access log has it.</summary>
/// <param name="Hour">Of the clinic's clock.</param>
public sealed record ChartLook(DateTimeOffset At, int Hour, Guid Person, string PersonName, Guid Patient, string PatientName)
{
    /// <summary>The family name of the patient.</summary>
    public string Family { get; init; } = "";

    /// <summary>On the care team, with a task, or with an appointment or a session within the days of the rule.</summary>
    public bool HasReason { get; init; }

    /// <summary>On the care team.</summary>
    public bool IsOnTeam { get; init; }

    public bool IsRestricted { get; init; }
}

/// <summary>A look, or several together, that another person should have a look at.</summary>
/// <param name="Patient">Null where it is about many charts.</param>
public sealed record UnusualLook(LookKind Kind, Guid Person, string PersonName, Guid? Patient, DateTimeOffset At, int Count);

/// <summary>Finds what is unusual in the looks of a day. It judges nobody: a person looks at what is found.</summary>
public static class UnusualLooks
{
    /// <param name="colleagues">The names of all who work here.</param>
    public static IReadOnlyList<UnusualLook> In(IReadOnlyList<ChartLook> looks, IReadOnlyList<LookRule> rules, IReadOnlyCollection<string> colleagues)
    {
        var names = colleagues.Select(Plain).ToHashSet(StringComparer.Ordinal);
        return [.. rules.SelectMany(rule => rule.Look switch
        {
            LookKind.SameFamilyName => EachPatient(rule, looks.Where(look => look.Family.Length > 0 && LastOf(look.PersonName) == Plain(look.Family))),
            LookKind.Colleague => EachPatient(rule, looks.Where(look => names.Contains(Plain(look.PatientName)))),
            LookKind.Restricted => EachPatient(rule, looks.Where(look => look is { IsRestricted: true, IsOnTeam: false })),
            LookKind.AtNight => Together(rule, looks.Where(look => !look.HasReason && IsNight(rule, look.Hour))),
            LookKind.NoReason => Together(rule, looks.Where(look => !look.HasReason)),
            _ => ManyCharts(rule, looks),
        })];
    }

    private static IEnumerable<UnusualLook> EachPatient(LookRule rule, IEnumerable<ChartLook> found) =>
        from look in found
        group look by (look.Person, look.Patient) into one
        where one.Count() > rule.Most
        let first = one.MinBy(look => look.At)!
        select new UnusualLook(rule.Look, one.Key.Person, first.PersonName, one.Key.Patient, first.At, one.Count());

    private static IEnumerable<UnusualLook> Together(LookRule rule, IEnumerable<ChartLook> found) =>
        from look in found
        group look by look.Person into one
        let charts = one.Select(look => look.Patient).Distinct().Count()
        where charts > rule.Most
        let first = one.MinBy(look => look.At)!
        select new UnusualLook(rule.Look, one.Key, first.PersonName, charts == 1 ? first.Patient : null, first.At, charts);

    // Different charts within any hour; the hour in which they were most.
    private static IEnumerable<UnusualLook> ManyCharts(LookRule rule, IReadOnlyList<ChartLook> looks)
    {
        foreach (var person in looks.GroupBy(look => look.Person))
        {
            var most = person.Select(first => (first.At, first.PersonName, Count: person.Where(look => look.At >= first.At && look.At < first.At + TimeSpan.FromHours(1)).Select(look => look.Patient).Distinct().Count())).MaxBy(hour => hour.Count);
            if (most.Count > rule.Most)
                yield return new(rule.Look, person.Key, most.PersonName, null, most.At, most.Count);
        }
    }

    private static bool IsNight(LookRule rule, int hour) => rule is { From: { } from, Until: { } until } && (from > until ? hour >= from || hour < until : hour >= from && hour < until);

    private static string LastOf(string name) => Plain(name.Trim().Split(' ')[^1]);

    private static string Plain(string name) => name.Trim().ToUpperInvariant();
}
