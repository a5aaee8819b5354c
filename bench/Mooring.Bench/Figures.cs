namespace Mooring.Bench;

/// <summary>Numbers of one kind as they come in, from many hands.</summary>
internal sealed class Figures(string name)
{
    private readonly Lock gate = new();
    private readonly List<double> all = [];
    private int told;

    public void Add(double milliseconds)
    {
        lock (gate)
            all.Add(milliseconds);
    }

    /// <summary>What came since this was last asked.</summary>
    public string Lately()
    {
        lock (gate)
        {
            var lately = all[told..];
            told = all.Count;
            return Say(lately);
        }
    }

    public string Altogether()
    {
        lock (gate)
            return Say([.. all]);
    }

    private string Say(List<double> values)
    {
        if (values.Count == 0)
            return $"{name}: none";
        values.Sort();
        double At(double part) => values[Math.Min(values.Count - 1, (int)(values.Count * part))];
        return $"{name}: {values.Count} p50 {At(0.5):F0} p95 {At(0.95):F0} p99 {At(0.99):F0} max {values[^1]:F0} ms";
    }
}
