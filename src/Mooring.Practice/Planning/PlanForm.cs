using Mooring.Clinical;
using Mooring.Clinical.Dosing;
using Mooring.Kinetics.Quantities;

namespace Mooring.Practice.Planning;

/// <summary>What a plan's form asks for, as typed; the desk judges it.</summary>
public sealed record PlanForm
{
    public string ProtocolId { get; init; } = "";

    public string? Weight { get; init; }

    public DateOnly? WeighedOn { get; init; }

    public string? WeightAgain { get; init; }

    public string? Dose { get; init; }

    /// <summary>mg/kg, mg or devices.</summary>
    public string DoseUnit { get; init; } = "";

    public string? Minutes { get; init; }

    public string? Bag { get; init; }

    public string? Stock { get; init; }

    public string? Sessions { get; init; }

    public DateOnly? FirstDosing { get; init; }

    public IReadOnlyList<DayOfWeek> OpenDays { get; init; } = [];

    /// <summary>The clinic is closed on the first day or on a weekday that was chosen, and people are seen all the same.</summary>
    public bool IsClosedMeant { get; init; }

    /// <summary>By the id of the limit that is passed.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The request behind the typed text: PLN108 and PLN109 for what is missing, PLN107 for what is no number.</summary>
    public Outcome<DoseRequest> AsRequest(bool isFirstSession, Quantity? previous)
    {
        List<Refusal> refusals = [];
        var weight = Read(Weight, "kg", "weight", "the weight", isOwed: true);
        var again = Read(WeightAgain, "kg", "weightAgain", "the second weight");
        var dose = Read(Dose, DoseUnit, "dose", "the dose", isOwed: true);
        var over = Read(Minutes, "min", "minutes", "the infusion time");
        var bag = Read(Bag, "mL", "bag", "the bag");
        var stock = Read(Stock, "mg/mL", "stock", "the vial's strength");
        if (WeighedOn is null)
            refusals.Add(new("PLN108", "Say on which day the weight was measured.", "weighedOn"));
        if (refusals.Count > 0)
            return Outcome<DoseRequest>.Refuse(refusals);

        return new DoseRequest
        {
            Weight = new(weight!.Value, WeighedOn!.Value) { EnteredAgain = again },
            Dose = dose!.Value,
            Over = over,
            Bag = bag,
            Stock = stock,
            FirstSession = isFirstSession,
            Previous = previous is { } before && before.Unit == dose.Value.Unit ? before : null,
        };

        Quantity? Read(string? typed, string unit, string at, string name, bool isOwed = false)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                if (isOwed)
                    refusals.Add(new("PLN109", $"Give {name}.", at));
                return null;
            }

            // A weight may be typed in pounds; a dose is never converted.
            var read = unit == "kg" ? TypedMeasure.Read(typed, unit) : TypedMeasure.Bare(typed);
            if (read.Value is { } value)
                return new Quantity(value, unit);
            refusals.Add(read.Other is { } other
                ? new("PLN111", $"“{other}” can not be converted to {unit}; write {name} in {unit}.", at)
                : new("PLN107", read.Asks ?? $"“{typed.Trim()}” is not a number for {name}; write it like 71.4.", at));
            return null;
        }
    }
}
