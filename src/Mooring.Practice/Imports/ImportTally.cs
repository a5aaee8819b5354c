namespace Mooring.Practice.Imports;

/// <summary>What became of the patients of a file.</summary>
public sealed class PatientCount
{
    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }
}

/// <summary>What became of the resources of one type. They add up to how many the file holds.</summary>
public sealed class ResourceCount
{
    /// <summary>New or changed in the chart.</summary>
    public int Taken { get; set; }

    /// <summary>The chart already had it from an earlier import.</summary>
    public int Unchanged { get; set; }

    public int Skipped { get; set; }

    /// <summary>Why some were skipped, and how many.</summary>
    public SortedDictionary<string, int> Why { get; } = new(StringComparer.Ordinal);
}

/// <summary>What became of everything in one file.</summary>
public sealed class ImportTally
{
    public PatientCount Patients { get; } = new();

    public SortedDictionary<string, ResourceCount> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>Types of resource that are not taken, and how many there were.</summary>
    public SortedDictionary<string, int> NotTaken { get; } = new(StringComparer.Ordinal);

    /// <summary>What somebody should look at, in sentences.</summary>
    public List<string> Problems { get; } = [];

    public void Skip(string resource, string why, int count = 1)
    {
        Of(resource).Skipped += count;
        Of(resource).Why[why] = Of(resource).Why.GetValueOrDefault(why) + count;
    }

    public void Take(IReadOnlyDictionary<string, int> resources)
    {
        foreach (var (resource, count) in resources)
            Of(resource).Taken += count;
    }

    public void Keep(IReadOnlyDictionary<string, int> resources)
    {
        foreach (var (resource, count) in resources)
            Of(resource).Unchanged += count;
    }

    public void LeaveOut(string type) => NotTaken[type] = NotTaken.GetValueOrDefault(type) + 1;

    public ResourceCount Of(string resource) =>
        Resources.TryGetValue(resource, out var count) ? count : Resources[resource] = new();
}
