using Mooring.Clinical;
using Mooring.Clinical.Scheduling;

namespace Mooring.Tests.Clinical.Scheduling;

/// <summary>
/// The same rules counted otherwise: a field for each minute of a day and each resource, painted and looked at one by one. Slow and
/// plain, and without a line of the book that it judges.
/// </summary>
internal sealed class MinuteBook(Book book, DateTimeOffset midnight)
{
    private const int Minutes = 3 * 24 * 60;
    private const int Earlier = 24 * 60;

    private readonly Dictionary<Id<Resource>, int[]> load = book.Resources.ToDictionary(resource => resource.Id, _ => new int[Minutes]);
    private readonly Dictionary<Id<Resource>, List<int>> starts = book.Resources.ToDictionary(resource => resource.Id, _ => new List<int>());
    private readonly Dictionary<Guid, bool[]> patients = [];

    /// <summary>Whether nothing stands against it.</summary>
    public bool Allows(Appointment wanted) =>
        wanted.Uses.GroupBy(use => use.Resource).All(uses => Carries(book.Resources.First(one => one.Id == uses.Key), [.. uses]))
        && IsWithinHours(wanted) && IsOnSite(wanted) && !Range(wanted.Start, wanted.End).Any(minute => patients.GetValueOrDefault(wanted.Patient.Value)?[minute] == true);

    /// <summary>Whether this one resource can do it.</summary>
    public bool Carries(Resource resource, IReadOnlyList<ResourceUse> uses)
    {
        var own = Painted(resource, uses);
        for (var minute = 0; minute < Minutes; minute++)
        {
            if (own[minute] > 0 && own[minute] + load[resource.Id][minute] > resource.Capacity * Resource.Whole)
                return false;
        }

        return uses.All(use => Range(use.From, use.Until).All(minute => !IsAway(resource.Id, minute)))
            && uses.Where(use => use.IsStart).All(use => starts[resource.Id].TrueForAll(other => Math.Abs(other - Of(use.From)) >= resource.StartsApart.TotalMinutes));
    }

    public void Add(Appointment kept)
    {
        foreach (var uses in kept.Uses.GroupBy(use => use.Resource))
        {
            var own = Painted(book.Resources.First(one => one.Id == uses.Key), [.. uses]);
            for (var minute = 0; minute < Minutes; minute++)
                load[uses.Key][minute] += own[minute];
            starts[uses.Key].AddRange(uses.Where(use => use.IsStart).Select(use => Of(use.From)));
        }

        if (!patients.TryGetValue(kept.Patient.Value, out var busy))
            patients[kept.Patient.Value] = busy = new bool[Minutes];
        foreach (var minute in Range(kept.Start, kept.End))
            busy[minute] = true;
    }

    // Its own minutes first; then those after it, then those before it, where nothing of its own stands.
    private static int[] Blank() => new int[Minutes];

    private int[] Painted(Resource resource, IReadOnlyList<ResourceUse> uses)
    {
        var field = Blank();
        foreach (var use in uses)
        {
            foreach (var minute in Range(use.From, use.Until))
                field[minute] = use.Share;
        }

        foreach (var use in uses)
        {
            for (var minute = Of(use.Until); minute < Of(use.Until) + resource.After.TotalMinutes && field[minute] == 0; minute++)
                field[minute] = use.Share;
        }

        foreach (var use in uses)
        {
            for (var minute = Of(use.From) - 1; minute >= Of(use.From) - resource.Before.TotalMinutes && field[minute] == 0; minute--)
                field[minute] = use.Share;
        }

        return field;
    }

    private bool IsWithinHours(Appointment wanted)
    {
        var (opens, closes) = (8 * 60, 17 * 60);
        return Of(wanted.Start) - Earlier >= opens && Of(wanted.End) - Earlier + book.Terms.ClosingMargin.Time.TotalMinutes <= closes;
    }

    private bool IsOnSite(Appointment wanted) => wanted.OnSite.All(time => Range(time.From, time.Until)
        .All(minute => book.Resources.Any(one => one.Kinds.Contains(time.Kind) && !IsAway(one.Id, minute))));

    private bool IsAway(Id<Resource> person, int minute) => book.Away.Any(leave => leave.Person == person && Of(leave.From) <= minute && minute < Of(leave.Until));

    private int Of(DateTimeOffset at) => (int)(at - midnight).TotalMinutes + Earlier;

    private IEnumerable<int> Range(DateTimeOffset from, DateTimeOffset until) => Enumerable.Range(Of(from), Of(until) - Of(from));
}
