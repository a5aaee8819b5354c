using Mooring.Clinical.Dosing;
using Mooring.Clinical.Protocols;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Dosing;

public class TheHardCaps
{
    private const double Kilograms = 70;
    private const double JustOver = 1.02;
    private static readonly DateOnly Today = new(2026, 3, 2);

    public static TheoryData<string, string, int> Every =>
        [.. from protocol in Content.Protocols.Items
            from limit in protocol.Limits.Where(limit => limit.Level == LimitLevel.Hard)
            from terms in Enumerable.Range(0, protocol.Dose.Count)
            where limit.ForDoseIn is null || limit.ForDoseIn == protocol.Dose[terms].Unit
            select new TheoryDataRow<string, string, int>(protocol.Id, limit.Id, terms)];

    [Theory]
    [MemberData(nameof(Every))]
    public void Refuse_in_every_protocol_whatever_the_reason(string id, string cap, int written)
    {
        var protocol = Content.Protocol(id);
        var limit = protocol.Limits.Single(limit => limit.Id == cap);
        var sheet = DoseSheet.Work(protocol, Content.DoseRules.Value!, Breaking(protocol, limit, protocol.Dose[written]), Today).Value!;

        var decided = sheet.Decide(sheet.Limits.ToDictionary(each => each.Id, _ => "wanted"));

        Assert.Contains(decided.Refusals, refusal => refusal.Code == "DOS201" && refusal.At == cap);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Leave_the_start_of_every_protocol_alone(string id, string cap, int written)
    {
        var protocol = Content.Protocol(id);
        var request = new DoseRequest { Weight = new(new Quantity(Kilograms, "kg"), Today), Dose = protocol.Dose[written].Start };

        var sheet = DoseSheet.Work(protocol, Content.DoseRules.Value!, request, Today).Value!;

        Assert.False(sheet.Limits.Single(limit => limit.Id == cap).Stands);
    }

    private static DoseRequest Breaking(Protocol protocol, DoseLimit limit, DoseTerms terms)
    {
        var minutes = protocol.Infusion?.Value ?? 60;
        var milligrams = limit switch
        {
            { MultipleOf: { } whole } => whole.Value * 1.5,
            { Of: "dose-per-kg" } => limit.AtMost!.Value.Value * Kilograms * JustOver,
            { Of: "rate" } => limit.AtMost!.Value.Value * minutes / 60 * JustOver,
            { Of: "rate-per-kg" } => limit.AtMost!.Value.Value * Kilograms * minutes / 60 * JustOver,
            _ => limit.AtMost!.Value.Value * JustOver,
        };
        var dose = terms.Basis switch
        {
            DoseBasis.ActualWeight => milligrams / Kilograms,
            DoseBasis.Hourly => milligrams / Kilograms / minutes * 60,
            _ => milligrams,
        };
        return new() { Weight = new(new Quantity(Kilograms, "kg"), Today), Dose = new(dose, terms.Unit) };
    }
}
