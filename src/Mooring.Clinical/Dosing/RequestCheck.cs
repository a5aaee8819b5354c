using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Clinical.Dosing;

/// <summary>Whether the request can be worked at all: units, signs, second entries.</summary>
internal static class RequestCheck
{
    // Beyond this nothing in a clinic is meant, and decimals would overflow.
    private const double NoSuchAmount = 1e6;

    public static IReadOnlyList<Refusal> Of(Protocol protocol, DoseRules rules, DoseRequest request, DateOnly today)
    {
        List<Refusal?> found =
        [
            Unit(request.Weight.Weight, "kg", "weight"),
            Unit(request.Weight.EnteredAgain, "kg", "weight, second entry"),
            Unit(request.PlannedWeight, "kg", "weight of the plan"),
            Unit(request.Over, "min", "infusion time"),
            Unit(request.Bag, "mL", "bag"),
            Unit(request.Stock, "mg/mL", "stock"),
            Unit(request.Height, "cm", "height"),
            Amount(protocol, request.Dose, "dose"),
            request.Previous is { } previous ? Amount(protocol, previous, "previous dose") : null,
            request.Previous is { } before && before.Unit != request.Dose.Unit
                ? new("DOS108", $"The previous dose is in {before.Unit}, this one in {request.Dose.Unit}; write both the same way.", "previous dose")
                : null,
            request.Weight.On > today
                ? new("DOS104", $"The weight is dated {request.Weight.On:yyyy-MM-dd}, which is still to come. Correct the date.", "weight")
                : null,
            NotInfused(protocol, request),
            request.Dose.Unit == "mg/kg/h" && request.Over is null
                ? new("DOS106", $"A dose in {request.Dose.Unit} needs the infusion time.", "infusion time")
                : null,
            SecondEntry(rules.Weight, request.Weight),
        ];
        return [.. found.OfType<Refusal>()];
    }

    private static Refusal? Amount(Protocol protocol, Quantity dose, string at)
    {
        if (protocol.Dose.Count == 0)
            return new("DOS109", $"{protocol.Id} has no dose that is worked out here: {protocol.NotRunHere?.Says}", at);
        if (protocol.TermsFor(dose.Unit) is null)
        {
            var ways = string.Join(" or ", protocol.Dose.Select(terms => terms.Unit));
            return new("DOS103", $"{protocol.Id} is dosed in {ways}, not in {dose.Unit}. Write the dose that way.", at);
        }

        return Unit(dose, dose.Unit, at);
    }

    private static Refusal? Unit(Quantity? given, string wanted, string at) => given switch
    {
        null => null,
        { } other when other.Unit != wanted => new("DOS107", $"The {at} is wanted in {wanted}, not in {other.Unit}.", at),
        { Value: > 0 and < NoSuchAmount } => null,
        { } odd => new("DOS101", $"The {at} of {odd} can not be right; enter a positive amount.", at),
    };

    private static Refusal? NotInfused(Protocol protocol, DoseRequest request) =>
        protocol.Infusion is null && (request.Over ?? request.Bag) is not null
            ? new("DOS105", $"{protocol.Id} is not an infusion: leave out infusion time and bag.", "infusion time")
            : null;

    private static Refusal? SecondEntry(WeightRules rules, MeasuredWeight weight)
    {
        if (weight.Weight.Value >= rules.Low.Value && weight.Weight.Value <= rules.High.Value)
            return null;

        return weight.EnteredAgain switch
        {
            null => new("DOS102", $"{weight.Weight} is outside {rules.Low} to {rules.High}. Enter it a second time if it is right.", "weight"),
            { } again when again != weight.Weight => new("DOS110", $"The two entries differ: {weight.Weight} and {again}. Weigh again.", "weight"),
            _ => null,
        };
    }
}
