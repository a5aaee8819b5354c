namespace Mooring.Clinical.Settings;

/// <summary>A holiday, or another day on which nobody is seen.</summary>
public sealed record ClosedDayAdded(DateOnly? Day, string? Name) : SettingsChange(SettingsPart.ClosedDays)
{
    /// <summary>Letters in the name of a closed day, at most.</summary>
    public const int NameLength = 60;

    /// <summary>Days that a clinic can name, those of the past included.</summary>
    public const int MostDays = 200;

    public override bool IsWhole => false;

    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        List<Refusal> refusals = [];
        var (closed, name) = (before.Opening.Closed, Name?.Trim() ?? "");
        if (Day is null)
            refusals.Add(new("SET110", "Choose the day on which the clinic is closed.", "day"));
        else if (closed.FirstOrDefault(day => day.On == Day) is { } there)
            refusals.Add(new("SET111", Sentence.Of("{day} is a closed day already: {name}.", ("day", there.On), ("name", there.Name)), "day"));
        if (name.Length is 0 or > NameLength || name.Any(char.IsControl))
            refusals.Add(new("SET112", $"Say what day it is, such as Thanksgiving, in {NameLength} letters at most.", "called"));
        if (closed.Count >= MostDays)
            refusals.Add(new("SET113", $"There are {MostDays} closed days already. Take away those of the past.", "day"));
        return Unless(refusals, () => before with { Opening = before.Opening with { Closed = [.. closed.Append(new(Day!.Value, name)).OrderBy(day => day.On)] } });
    }
}

/// <summary>The clinic is open on that day after all.</summary>
public sealed record ClosedDayRemoved(DateOnly Day) : SettingsChange(SettingsPart.ClosedDays)
{
    public override bool IsWhole => false;

    public override Outcome<ClinicSettings> Apply(ClinicSettings before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Opening = before.Opening with { Closed = [.. before.Opening.Closed.Where(day => day.On != Day)] } };
    }
}
