using System.CommandLine;
using System.Globalization;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Facts;
using Mooring.Content;
using Mooring.Kinetics.Quantities;

namespace Mooring.Cli.Commands;

/// <summary><c>mooring dose</c>: the arithmetic of one dose with its formulas and limits. It proposes nothing.</summary>
public static class DoseCommand
{
    private static readonly Option<string> Protocol = new("--protocol") { Description = "Protocol id, such as TRD-IV-STD.", Required = true };
    private static readonly Option<string> Weight = new("--weight") { Description = "Measured weight, such as 82.4kg.", Required = true };
    private static readonly Option<string?> Again = new("--weight-again") { Description = "The weight a second time; required outside the usual range." };
    private static readonly Option<string?> Measured = new("--measured") { Description = "Day of weighing, 2026-01-31; today when left out." };
    private static readonly Option<string?> Dose = new("--dose") { Description = "0.5mg/kg, 0.35mg/kg/h, 50mg or 2devices; the protocol's start when left out." };
    private static readonly Option<string?> Over = new("--over") { Description = "Infusion time, such as 40min." };
    private static readonly Option<string?> Bag = new("--bag") { Description = "Volume in the bag, drug included, such as 100mL." };
    private static readonly Option<string?> Stock = new("--stock") { Description = "Vial strength, such as 50mg/mL." };
    private static readonly Option<string?> Height = new("--height") { Description = "Height, such as 180cm." };
    private static readonly Option<Sex> Sex = new("--sex") { Description = "For the ideal weight." };
    private static readonly Option<string?> Previous = new("--previous") { Description = "The dose of the session before; makes this a later session." };
    private static readonly Option<bool> Json = new("--json") { Description = "For machines." };

    public static Command Create()
    {
        var command = new Command("dose", "Work out a dose: every quantity with its formula, every limit passed or broken.")
        {
            Protocol, Weight, Again, Measured, Dose, Over, Bag, Stock, Height, Sex, Previous, Json,
        };
        command.SetAction(parsed => Run(parsed, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date)));
        return command;
    }

    private static int Run(ParseResult parsed, DateOnly today)
    {
        var library = LibraryLoad.From(ContentFolder.Find());
        var report = new DoseReport(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(Json));
        if (!library.IsSound || library.DoseRules is not { } dosing)
            return report.Faults(library.Faults);
        var id = parsed.GetRequiredValue(Protocol);
        if (library.Protocols.FirstOrDefault(protocol => string.Equals(protocol.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } known)
            return report.Unknown(id, library.Protocols);

        List<string> unread = [];
        Quantity? Given(Option<string?> option)
        {
            if (parsed.GetValue(option) is not { } text)
                return null;
            if (Amount.Read(text) is { } read)
                return read;
            unread.Add($"{option.Name} '{text}' is not a number with its unit.");
            return null;
        }

        var weight = Amount.Read(parsed.GetRequiredValue(Weight));
        if (weight is null)
            unread.Add($"--weight '{parsed.GetValue(Weight)}' is not a number with its unit.");
        var on = today;
        if (parsed.GetValue(Measured) is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on))
            unread.Add($"--measured '{day}' is not a day such as 2026-01-31.");

        var request = new DoseRequest
        {
            Weight = new(weight ?? default, on) { EnteredAgain = Given(Again) },
            Dose = Given(Dose) ?? (known.Dose is [var usual, ..] ? usual.Start : default),
            Over = Given(Over),
            Bag = Given(Bag),
            Stock = Given(Stock),
            Height = Given(Height),
            Sex = parsed.GetValue(Sex),
            Previous = Given(Previous),
            FirstSession = parsed.GetValue(Previous) is null,
        };
        return unread.Count > 0 ? report.Usage(unread) : report.Sheet(known, DoseSheet.Work(known, dosing, request, today));
    }
}
