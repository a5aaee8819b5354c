namespace Mooring.Clinical.Scheduling;

/// <summary>Takes, of each kind that an appointment needs, what was asked for, or one that is free.</summary>
internal static class Choosing
{
    public static (IReadOnlyList<ResourceUse> Uses, IReadOnlyList<Conflict> Missing) Of(
        Appointment bare, IReadOnlyList<SegmentTime> times, Wish wish, Book book)
    {
        var others = book.Taken.Where(other => other.Id != bare.Id).ToList();
        List<ResourceUse> uses = [];
        List<Conflict> missing = [];
        var wanted = wish.Chosen.Select(book.Find).OfType<Resource>().ToList();
        var kinds = times.SelectMany(time => time.Holds).Select(hold => hold.Kind).Distinct();
        // What is wanted comes first, so that nobody who is free is taken for one kind and wanted for another.
        foreach (var kind in kinds.OrderBy(kind => wanted.Exists(resource => resource.IsA(kind)) ? 0 : 1))
        {
            bool IsInUse(Resource resource) => uses.Exists(use => use.Resource == resource.Id);
            IReadOnlyList<ResourceUse> On(Resource resource) => Uses(bare, times, kind, resource.Id);

            if (wanted.Find(resource => resource.IsA(kind) && !IsInUse(resource)) is { } asked)
            {
                uses.AddRange(On(asked));
                continue;
            }

            var there = book.Free(kind).Where(resource => !IsInUse(resource)).OrderBy(resource => wish.Preferred.Contains(resource.Id) ? 0 : 1).ToList();
            if (there.Find(resource => !Conflicts.Of(resource, On(resource), others, book).Any()) is { } free)
            {
                uses.AddRange(On(free));
            }
            else if (there.Count > 0)
            {
                uses.AddRange(On(there[0]));
                missing.Add(NoneFree(kind, there.Count, bare));
            }
            else if (!Resource.IsOptional(kind))
            {
                missing.Add(NoneThere(kind, bare));
            }
        }

        return (uses, missing);
    }

    // Its parts in turn, those with the same share as one.
    private static List<ResourceUse> Uses(Appointment bare, IReadOnlyList<SegmentTime> times, ResourceKind kind, Id<Resource> resource)
    {
        List<ResourceUse> uses = [];
        foreach (var time in times)
        {
            foreach (var (_, share) in time.Holds.Where(hold => hold.Kind == kind))
            {
                var use = new ResourceUse(resource, kind, time.Segment.Id, bare.Start + time.From, bare.Start + time.Until, share) { IsStart = time.Segment.Starts && kind == ResourceKind.Nurse };
                if (uses is [.., var before] && before.Until == use.From && before.Share == share && !use.IsStart)
                    uses[^1] = before with { Until = use.Until };
                else
                    uses.Add(use);
            }
        }

        return uses;
    }

    private static Conflict NoneFree(ResourceKind kind, int count, Appointment bare)
    {
        var (word, from, until) = (ResourceWords.Of(kind), bare.Start, bare.End);
        return new(ConflictKind.NoneFree, "APT107", Conflicts.Field(kind), $"No {word} is free from {from} to {until}; the clinic has {count}.", from, until);
    }

    private static Conflict NoneThere(ResourceKind kind, Appointment bare)
    {
        var word = ResourceWords.Of(kind);
        return new(ConflictKind.NoneThere, "APT115", Conflicts.Field(kind), $"This visit needs a {word}, and the clinic has none.", bare.Start, bare.End);
    }
}
