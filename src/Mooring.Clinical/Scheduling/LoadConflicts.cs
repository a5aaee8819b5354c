namespace Mooring.Clinical.Scheduling;

/// <summary>
/// No resource holds more at any moment than it can: shares are summed along a sweep of all beginnings and ends. What the
/// resource needs before and after an appointment counts as part of it.
/// </summary>
internal static class LoadConflicts
{
    public static IEnumerable<Conflict> Of(Resource resource, IReadOnlyList<ResourceUse> uses, IEnumerable<Appointment> others)
    {
        var wanted = Padded(resource, uses, default);
        var held = others.SelectMany(other => Padded(resource, [.. other.Uses.Where(use => use.Resource == resource.Id)], other.Id))
            .Where(span => span.From < wanted[^1].Until && wanted[0].From < span.Until).ToList();
        if (held.Count == 0 && wanted.TrueForAll(span => span.Share <= Most(resource)))
            yield break;
        foreach (var (from, until) in Overloaded(resource, wanted, held))
        {
            var inTheWay = held.Where(span => span.From < until && from < span.Until).ToList();
            yield return Says(resource, uses, inTheWay, from, until);
        }
    }

    private static int Most(Resource resource) => resource.Capacity * Resource.Whole;

    // Times in which the sum is too much, each as long as it can be.
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Overloaded(Resource resource, List<Span> wanted, List<Span> held)
    {
        var marks = wanted.Concat(held).SelectMany(span => new[] { span.From, span.Until })
            .Where(at => at >= wanted[0].From && at <= wanted[^1].Until).Distinct().Order().ToList();
        (DateTimeOffset From, DateTimeOffset Until)? open = null;
        foreach (var (from, until) in marks.Zip(marks.Skip(1)))
        {
            var own = wanted.Where(span => span.Covers(from)).Sum(span => span.Share);
            if (own > 0 && own + held.Where(span => span.Covers(from)).Sum(span => span.Share) > Most(resource))
            {
                open = (open?.From ?? from, until);
                continue;
            }

            if (open is { } over)
                yield return over;
            open = null;
        }

        if (open is { } last)
            yield return last;
    }

    private static Conflict Says(Resource resource, IReadOnlyList<ResourceUse> uses, List<Span> inTheWay, DateTimeOffset from, DateTimeOffset until)
    {
        var (name, at, free) = (resource.Name, Conflicts.Field(uses[0].Kind), inTheWay.Count > 0 ? inTheWay.Max(span => span.Until) : until);
        var isMet = uses.Any(use => inTheWay.Exists(span => use.From < span.End && span.Begin < use.Until));
        var isWhole = inTheWay.Exists(span => span.Share >= Most(resource)) || (uses.Any(use => use.Share == Resource.Whole) && inTheWay.Count == 1);
        var conflict = (isMet, isWhole) switch
        {
            (false, _) => new Conflict(ConflictKind.Turnover, "APT103", at, $"{name} is not ready before {free}: it needs time between two visits.", from, until),
            (true, true) => new Conflict(ConflictKind.Taken, "APT101", at, $"{name} is taken until {free}.", from, until),
            _ => new Conflict(ConflictKind.Full, "APT102", at, $"{name} has as many patients as one may have from {from} to {until}.", from, until),
        };
        return conflict with { Resource = resource.Id, With = [.. inTheWay.Select(span => span.Of).Distinct()] };
    }

    // Each use with what the resource needs around it; never over the appointment's own next use.
    private static List<Span> Padded(Resource resource, IReadOnlyList<ResourceUse> uses, Id<Appointment> of)
    {
        List<Span> spans = [];
        var ordered = uses.OrderBy(use => use.From).ToList();
        foreach (var (index, use) in ordered.Index())
        {
            var from = use.From - resource.Before;
            if (spans is [.., var before] && from < before.Until)
                from = before.Until;
            var until = use.Until + resource.After;
            if (index + 1 < ordered.Count && ordered[index + 1].From < until)
                until = ordered[index + 1].From;
            spans.Add(new(of, from, until, use.From, use.Until, use.Share));
        }

        return spans;
    }

    private sealed record Span(Id<Appointment> Of, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Begin, DateTimeOffset End, int Share)
    {
        public bool Covers(DateTimeOffset at) => From <= at && at < Until;
    }
}
