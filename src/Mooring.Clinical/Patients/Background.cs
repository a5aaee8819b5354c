namespace Mooring.Clinical.Patients;

/// <summary>What a chart tells besides the lists: in words, since no rule reads it.</summary>
public enum BackgroundPart
{
    FamilyHistory,
    SocialHistory,
    SurgicalHistory,

    /// <summary>Earlier anesthesia or sedation, and how it was tolerated.</summary>
    AnesthesiaHistory,

    /// <summary>Physical status as the American Society of Anesthesiologists counts it: I to VI, with E for an emergency.</summary>
    AsaClass,

    /// <summary>Mouth opening, neck, teeth, earlier difficult airway.</summary>
    Airway,
}

/// <summary>One part of the background, told by staff; an empty text takes it away.</summary>
public sealed record BackgroundReported(BackgroundPart Part, string Says) : HistoryChange(HistoryList.Background)
{
    /// <summary>The longest text of one part.</summary>
    public const int Longest = 2000;

    public override string? Name => Part.ToString();

    /// <summary>The field that a refusal of it is for.</summary>
    public string Field => FieldName.Of(Part.ToString());

    protected override History Change(History before, Actor by, DateTimeOffset at)
    {
        var parts = before.Background.Where(each => each.Key != Part).ToDictionary();
        if (!string.IsNullOrWhiteSpace(Says))
            parts[Part] = Says.Trim();
        return before with { Background = parts };
    }
}
