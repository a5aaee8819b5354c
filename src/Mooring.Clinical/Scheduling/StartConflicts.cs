namespace Mooring.Clinical.Scheduling;

/// <summary>Whoever begins something with a patient begins nothing with another for a while.</summary>
internal static class StartConflicts
{
    public static IEnumerable<Conflict> Of(Resource resource, IReadOnlyList<ResourceUse> uses, IEnumerable<Appointment> others)
    {
        if (resource.StartsApart <= TimeSpan.Zero)
            yield break;
        foreach (var start in uses.Where(use => use.IsStart))
        {
            foreach (var other in others)
            {
                var near = other.Uses.Where(use => use.IsStart && use.Resource == resource.Id && (use.From - start.From).Duration() < resource.StartsApart).ToList();
                if (near.Count == 0)
                    continue;
                var (name, apart, begins) = (resource.Name, resource.StartsApart, near[0].From);
                yield return new(ConflictKind.StartsTogether, "APT104", Conflicts.Field(start.Kind),
                    $"{name} begins with another patient at {begins}; two starts lie {apart} apart.", start.From, begins)
                {
                    Resource = resource.Id,
                    With = [other.Id],
                };
            }
        }
    }
}
