using Mooring.Clinical;
using Mooring.Clinical.Dosing;
using Mooring.Clinical.Facts;
using Mooring.Kinetics.Quantities;

namespace Mooring.Tests.Clinical.Dosing;

public class WorkingOutADose
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(70, 0.5, 40, 35, 52.5, 0.75, 12.5, 0.35, 150)]
    [InlineData(82.4, 0.5, 40, 41.2, 61.8, 0.75, 12.5, 0.412, 150)]
    [InlineData(95, 0.75, 45, 71.25, 95, 1, 16.6667, 0.7125, 133.3333)]
    [InlineData(60, 1, 60, 60, 60, 1, 16.6667, 0.6, 100)]
    public void Agrees_with_the_sum_on_paper(
        double kg, double each, double minutes, double mg, double rate, double perKg, double micrograms, double bag, double pump)
    {
        var sheet = Work(Infusion(kg, each, minutes));

        string[] codes = ["dose", "rate", "rate-per-kg", "rate-ug", "concentration", "pump"];
        Assert.Equal([mg, rate, perKg, micrograms, bag, pump], codes.Select(code => (double)Math.Round(sheet.Find(code)!.Value, 4)));
    }

    [Fact]
    public void Draws_seven_tenths_of_a_milliliter_for_35_mg()
    {
        var sheet = Work(Infusion(70, 0.5, 40));

        Assert.Equal(0.7m, sheet.Find("stock")!.Value);
        Assert.Equal("35 mg / 50 mg/mL = 0.7 mL", sheet.Find("stock")!.Formula);
    }

    [Fact]
    public void Keeps_the_dose_both_unrounded_and_rounded_to_half_a_milligram()
    {
        var dose = Work(Infusion(82.4, 0.5, 40)).Find("dose")!;

        Assert.Equal(41.2m, dose.Value);
        Assert.Equal(41.0m, dose.Rounded);
        Assert.Equal("82.4 kg × 0.5 mg/kg = 41.2 mg, to the nearest 0.5 mg 41 mg", dose.Formula);
    }

    [Theory]
    [InlineData(Sex.Male, 180, 120, 37.0, 74.99, 93.0)]
    [InlineData(Sex.Female, 165, 98, 36.0, 56.91, 73.35)]
    [InlineData(Sex.Unknown, 165, 98, 36.0, 56.91, 73.35)]
    [InlineData(Sex.Other, 165, 98, 36.0, 56.91, 73.35)]
    public void Shows_ideal_and_adjusted_weight_beside_the_measured_one(
        Sex sex, double height, double kg, double bmi, double ideal, double adjusted)
    {
        var request = Infusion(kg, 0.5, 40) with { Height = new(height, "cm"), Sex = sex };

        var sheet = Work(request);

        Assert.Equal(bmi, (double)sheet.Find("bmi")!.Rounded);
        Assert.Equal(ideal, (double)sheet.Find("ideal-weight")!.Rounded);
        Assert.Equal(adjusted, (double)sheet.Find("adjusted-weight")!.Rounded);
        Assert.Equal((decimal)kg * 0.5m, sheet.Find("dose")!.Value);
    }

    [Fact]
    public void Says_that_the_lower_weight_is_shown_where_no_sex_is_recorded() =>
        Assert.Contains("lower of both formulas", Work(Infusion(98, 0.5, 40) with { Height = new(165, "cm") }).Find("ideal-weight")!.Name, StringComparison.Ordinal);

    [Fact]
    public void Shows_only_the_index_below_30()
    {
        var sheet = Work(Infusion(80, 0.5, 40) with { Height = new(180, "cm"), Sex = Sex.Male });

        Assert.NotNull(sheet.Find("bmi"));
        Assert.Null(sheet.Find("ideal-weight"));
    }

    [Fact]
    public void Takes_0_35_mg_per_kg_and_hour_for_4_hours_as_98_mg()
    {
        var request = Infusion(70, 1.4, 240);

        var sheet = Work(request);

        Assert.Equal(98m, sheet.Find("dose")!.Value);
        Assert.Equal(0.35m, sheet.Find("rate-per-kg")!.Value);
    }

    [Fact]
    public void Takes_a_dose_written_by_the_hour_over_the_protocols_own_time()
    {
        var request = new DoseRequest { Weight = new(new Quantity(70, "kg"), Today), Dose = new(0.35, "mg/kg/h") };

        var sheet = DoseSheet.Work(Content.Protocol("CRPS-IV-OPD"), Content.DoseRules.Value!, request, Today).Value!;

        Assert.Equal(98m, sheet.Find("dose")!.Value);
        Assert.Equal("70 kg × 0.35 mg/kg/h × 240 min / 60 min/h = 98 mg, to the nearest 0.5 mg 98 mg", sheet.Find("dose")!.Formula);
        Assert.Equal(24.5m, sheet.Find("rate")!.Value);
        Assert.All(sheet.Limits, limit => Assert.Equal(Finding.NotMet, limit.Broken));
    }

    [Theory]
    [InlineData(71.4, false, false)]
    [InlineData(71.5, true, true)]
    public void Keeps_a_heavier_patient_below_25_mg_an_hour_and_100_mg_a_day(double kg, bool rate, bool day)
    {
        var request = new DoseRequest { Weight = new(new Quantity(kg, "kg"), Today), Dose = new(0.35, "mg/kg/h") };

        var sheet = DoseSheet.Work(Content.Protocol("CRPS-IV-OPD"), Content.DoseRules.Value!, request, Today).Value!;

        Assert.Equal(rate, sheet.Limits.Single(limit => limit.Id == "cap-rate-total").Stands);
        Assert.Equal(day, sheet.Limits.Single(limit => limit.Id == "cap-total").Stands);
    }

    [Fact]
    public void Wants_the_infusion_time_for_a_dose_written_by_the_hour()
    {
        var protocol = Content.Protocol("CRPS-IV-OPD") with { Infusion = null };
        var request = new DoseRequest { Weight = new(new Quantity(70, "kg"), Today), Dose = new(0.35, "mg/kg/h") };

        var refused = DoseSheet.Work(protocol, Content.DoseRules.Value!, request, Today);

        Assert.Equal("DOS106", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void Says_where_a_protocol_without_a_dose_is_run()
    {
        var request = new DoseRequest { Weight = new(new Quantity(70, "kg"), Today), Dose = new(20, "mg") };

        var refused = DoseSheet.Work(Content.Protocol("CRPS-IV-INPT"), Content.DoseRules.Value!, request, Today);

        Assert.Equal("DOS109", Assert.Single(refused.Refusals).Code);
        Assert.Contains("in hospital", refused.Refusals[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_devices_of_the_nasal_spray()
    {
        var request = Nasal(new(2, "devices"));

        var sheet = DoseSheet.Work(Content.Protocol("TRD-ESK-IN"), Content.DoseRules.Value!, request, Today).Value!;

        Assert.Equal(56m, sheet.Find("dose")!.Value);
        Assert.Equal(2m, sheet.Find("devices")!.Value);
        Assert.All(sheet.Limits, limit => Assert.Equal(Finding.NotMet, limit.Broken));
    }

    [Fact]
    public void Uses_the_protocols_infusion_time_when_none_is_given() =>
        Assert.Equal(40m, Work(Infusion(70, 0.5, 40) with { Over = null }).Find("minutes")!.Value);

    [Fact]
    public void Leaves_out_what_it_was_not_given_the_numbers_for()
    {
        var sheet = Work(Infusion(70, 0.5, 40) with { Bag = null, Stock = null });

        Assert.Null(sheet.Find("pump"));
        Assert.Null(sheet.Find("concentration"));
        Assert.Null(sheet.Find("stock"));
    }

    [Theory]
    [InlineData("lb", "mg/kg", "min", "DOS107")]
    [InlineData("kg", "mg", "min", "DOS103")]
    [InlineData("kg", "ug/kg", "min", "DOS103")]
    [InlineData("kg", "mg/kg", "h", "DOS107")]
    public void Refuses_another_unit_instead_of_converting_it(string weight, string dose, string time, string code)
    {
        var request = new DoseRequest
        {
            Weight = new(new Quantity(70, weight), Today),
            Dose = new(0.5, dose),
            Over = new(40, time),
        };

        var refused = DoseSheet.Work(Content.Protocol("TRD-IV-STD"), Content.DoseRules.Value!, request, Today);

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void Refuses_a_dose_that_is_no_amount(double each)
    {
        var refused = DoseSheet.Work(Content.Protocol("TRD-IV-STD"), Content.DoseRules.Value!, Infusion(70, each, 40), Today);

        Assert.Equal("DOS101", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void Refuses_an_infusion_time_for_an_injection()
    {
        var request = Infusion(70, 0.5, 40);

        var refused = DoseSheet.Work(Content.Protocol("KAP-IM"), Content.DoseRules.Value!, request, Today);

        Assert.Equal("DOS105", Assert.Single(refused.Refusals).Code);
    }

    internal static DoseRequest Infusion(double kg, double each, double minutes) => new()
    {
        Weight = new(new Quantity(kg, "kg"), Today),
        Dose = new(each, "mg/kg"),
        Over = new(minutes, "min"),
        Bag = new(100, "mL"),
        Stock = new(50, "mg/mL"),
    };

    internal static DoseRequest Nasal(Quantity dose) => new() { Weight = new(new Quantity(70, "kg"), Today), Dose = dose };

    internal static DoseSheet Work(DoseRequest request)
    {
        var worked = DoseSheet.Work(Content.Protocol("TRD-IV-STD"), Content.DoseRules.Value!, request, Today);
        Assert.Empty(worked.Refusals);
        return worked.Value!;
    }
}
