using System.Globalization;

namespace Mooring.Clinical.Vitals;

/// <summary>A number given by a person rather than an instrument, at the chair.</summary>
/// <param name="Code">Our short name; it shares one set of names with the vital signs.</param>
/// <param name="Lowest">The lowest answer the scale has.</param>
/// <param name="Highest">The highest answer the scale has.</param>
public sealed record Scale(string Code, string Name, int Lowest, int Highest)
{
    /// <summary>Modified Observer's Assessment of Alertness/Sedation: 5 is fully alert, 0 does not respond.</summary>
    public static readonly Scale Sedation = new("moaa-s", "Sedation (MOAA/S)", 0, 5);
    public static readonly Scale Dissociation = new("dissociation", "Dissociation", 0, 10);
    public static readonly Scale Nausea = new("nausea", "Nausea", 0, 10);
    public static readonly Scale Pain = new("pain", "Pain", 0, 10);
    public static readonly Scale Anxiety = new("anxiety", "Anxiety", 0, 10);

    /// <summary>Richmond Agitation-Sedation Scale: 0 is alert and calm, above it restless, below it drowsy.</summary>
    public static readonly Scale Agitation = new("rass", "Agitation (RASS)", -5, 4);

    /// <summary>Whether the patient turns to a voice or a touch and answers, in words or by a sign; awake with eyes open is not enough.</summary>
    public static readonly Scale Contact = new("contact", "Contact", 0, 1) { Answers = ["lost", "made"] };

    public static IReadOnlyList<Scale> All { get; } = [Sedation, Dissociation, Nausea, Pain, Anxiety, Agitation, Contact];

    /// <summary>The words for its numbers, from the lowest on; empty where the number is the answer.</summary>
    public IReadOnlyList<string> Answers { get; private init; } = [];

    /// <summary>A number of it for people: "4", "made".</summary>
    public string Say(double value) => (int)value - Lowest is var at && at >= 0 && at < Answers.Count ? Answers[at] : value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The scale with this code, or null: an unknown code is never guessed at.</summary>
    public static Scale? Find(string code) => All.FirstOrDefault(scale => scale.Code == code);

    public override string ToString() => Code;
}
