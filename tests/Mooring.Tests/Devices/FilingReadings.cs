using Mooring.Clinical.Vitals;
using Mooring.Devices.Hl7;
using Mooring.Devices.Readings;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class FilingReadings
{
    [Fact]
    public void A_value_is_filed_when_code_name_and_unit_agree()
    {
        var value = Assert.Single(ReadResults(HeartRate).Values);

        Assert.Equal((VitalSign.HeartRate, 72, ReadingStatus.Final), (value.Sign, value.Value, value.Status));
        Assert.Equal(("147842", "8867-4", "1.1.1.1", "M1"), (value.Mdc, value.Loinc, value.SubId, value.ControlId));
        Assert.Equal("0011223344556677", value.Device);
    }

    [Theory]
    [InlineData("150301^MDC_PRESS_CUFF_SYS^MDC", "266016^MDC_DIM_MMHG^MDC", "118", "nibp-sys")]
    [InlineData("147842^MDC_ECG_CARD_BEAT_RATE^MDC", "{beats}/min^{beats}/min^UCUM", "61", "hr")]
    [InlineData("8867-4^Heart rate^LN^147842^MDC_ECG_HEART_RATE^MDC", "/min^/min^UCUM", "61", "hr")]
    [InlineData("HR^Pulse from ECG^99ACME^8867-4^HEART RATE^LN", "1/min", "61", "hr")]
    [InlineData("8867-4^^LN", "/min", "61", "hr")]
    [InlineData("8867-4^Heart Rate", "bpm", "61", "hr")]
    [InlineData("2708-6^Oxygen saturation^LN", "%^%^UCUM", "98", "spo2")]
    [InlineData("151708^MDC_CONC_AWAY_CO2_ET^MDC", "266016^MDC_DIM_MMHG^MDC", "38", "etco2")]
    [InlineData("19891-1^EtCO2^LN", "mm[Hg]", "38", "etco2")]
    [InlineData("158014^MDC_FLOW_FLUID_PUMP_CURRENT^MDC", "265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM", "112.5", "pump-rate")]
    [InlineData("157784^MDC_FLOW_FLUID_PUMP^MDC", "265266^MDC_DIM_MILLI_L_PER_HR^MDC", "150", "pump-set")]
    [InlineData("157993^MDC_VOL_FLUID_DELIV_TOTAL^MDC", "263762^MDC_DIM_MILLI_L^MDC", "40.2", "pump-volume")]
    public void Synonyms_and_second_codings_are_known(string code, string unit, string number, string sign)
    {
        var value = Assert.Single(ReadResults(HeartRate.With(3, code).With(6, unit).With(5, number)).Values);

        Assert.Equal(sign, value.Sign.Code);
    }

    [Theory]
    [InlineData("150344^MDC_TEMP^MDC", "98.6", "266560^MDC_DIM_FAHR^MDC", 37)]
    [InlineData("151708^MDC_CONC_AWAY_CO2_ET^MDC", "5.1", "265987^MDC_DIM_KILO_PASCAL^MDC", 38.25)]
    public void Other_units_become_ours(string code, string number, string unit, double ours) =>
        Assert.Equal(ours, Assert.Single(ReadResults(HeartRate.With(3, code).With(5, number).With(6, unit)).Values).Value);

    [Theory]
    [InlineData(3, "147842^MDC_RESP_RATE^MDC", "DEV203")]
    [InlineData(3, "147842^^MDC", "DEV203")]
    [InlineData(3, "147843^MDC_ECG_HEART_RATE^MDC", "DEV203")]
    [InlineData(3, "8867-4^Systolic blood pressure^LN", "DEV203")]
    [InlineData(3, "147842^MDC_ECG_HEART_RATE^MDC^9279-1^Respiratory rate^LN", "DEV203")]
    [InlineData(3, "150033^MDC_PRESS_BLD_ART_SYS^MDC", "DEV202")]
    [InlineData(3, "147842^MDC_ECG_HEART_RATE^99LOCAL", "DEV203")]
    [InlineData(6, "266016^MDC_DIM_MMHG^MDC", "DEV215")]
    [InlineData(6, "264864^MDC_DIM_MMHG^MDC", "DEV215")]
    [InlineData(6, "264864^MDC_DIM_BEAT_PER_MIN^MDC^mm[Hg]^mm[Hg]^UCUM", "DEV215")]
    [InlineData(6, "", "DEV215")]
    [InlineData(5, "", "DEV211")]
    [InlineData(5, "\"\"", "DEV211")]
    [InlineData(5, "-1", "DEV214")]
    [InlineData(5, "-100", "DEV214")]
    [InlineData(5, "32767", "DEV214")]
    [InlineData(5, "72,5", "DEV213")]
    [InlineData(5, "1e2", "DEV213")]
    [InlineData(5, "NaN", "DEV213")]
    [InlineData(5, "72~73", "DEV213")]
    [InlineData(5, "72^1", "DEV213")]
    [InlineData(5, "301", "DEV216")]
    [InlineData(2, "ST", "DEV212")]
    [InlineData(2, "NA", "DEV201")]
    [InlineData(8, "INV", "DEV210")]
    [InlineData(8, "L~NAV", "DEV210")]
    [InlineData(8, "DEMO", "DEV210")]
    [InlineData(11, "", "DEV204")]
    [InlineData(11, "N", "DEV204")]
    [InlineData(14, "20261122", "DEV206")]
    public void What_is_not_sure_is_kept_apart_with_its_text(int field, string sent, string code)
    {
        var line = HeartRate.With(field, sent);

        var received = ReadResults(line);

        Assert.Empty(received.Values);
        var apart = Assert.Single(received.Quarantined);
        Assert.Equal((code, line), (apart.Code, apart.Raw));
        Assert.StartsWith("OBX[1]-", apart.At, StringComparison.Ordinal);
        Assert.Equal(Verdict.Accepted, received.Verdict);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("300", 300)]
    [InlineData("72.50", 72.5)]
    [InlineData("+72", 72)]
    public void The_bounds_themselves_are_plausible(string sent, double value) =>
        Assert.Equal(value, Assert.Single(ReadResults(HeartRate.With(5, sent)).Values).Value);

    [Fact]
    public void Zero_with_the_sensor_off_is_no_reading() =>
        Assert.Equal("DEV210", Assert.Single(ReadResults(HeartRate.With(5, "0").With(8, "OFF")).Quarantined).Code);

    [Theory]
    [InlineData("R", ReadingStatus.Final)]
    [InlineData("F", ReadingStatus.Final)]
    [InlineData("C", ReadingStatus.Corrected)]
    [InlineData("D", ReadingStatus.Withdrawn)]
    [InlineData("W", ReadingStatus.Withdrawn)]
    [InlineData("P", ReadingStatus.NotFinal)]
    [InlineData("S", ReadingStatus.NotFinal)]
    public void The_status_is_what_the_device_says(string sent, ReadingStatus status)
    {
        var value = Assert.Single(ReadResults(HeartRate.With(11, sent)).Values);

        Assert.Equal((status, sent == "W"), (value.Status, value.IsWrongPatient));
    }

    [Fact]
    public void A_withdrawal_points_at_the_value_without_repeating_it()
    {
        var value = Assert.Single(ReadResults(HeartRate).Values);
        var withdrawn = Assert.Single(ReadResults(HeartRate.With(11, "D").With(5, "").With(4, "1.7.1.9")).Values);

        Assert.Null(withdrawn.Value);
        Assert.Equal(value.Slot, withdrawn.Slot);
    }

    [Fact]
    public void A_value_that_the_device_doubts_is_not_final() =>
        Assert.Equal(ReadingStatus.NotFinal, Assert.Single(ReadResults(HeartRate.With(8, "QUES")).Values).Status);

    [Fact]
    public void A_line_without_a_result_is_nothing()
    {
        var received = ReadResults(HeartRate.With(5, "").With(11, "X"), HeartRate.With(2, "").With(5, "").With(11, "X"));

        Assert.Empty(received.Values);
        Assert.Empty(received.Quarantined);
    }

    [Fact]
    public void Mixed_up_pressures_are_kept_apart_together()
    {
        string Line(string code, int value) => HeartRate.With(3, code).With(6, "mmHg").With(5, FormattableString.Invariant($"{value}"));

        var received = ReadResults(
            Line("150021^MDC_PRESS_BLD_NONINV_SYS^MDC", 80), Line("150022^MDC_PRESS_BLD_NONINV_DIA^MDC", 120), Line("150023^MDC_PRESS_BLD_NONINV_MEAN^MDC", 93));

        Assert.Empty(received.Values);
        Assert.Equal(["DEV217", "DEV217", "DEV217"], received.Quarantined.Select(apart => apart.Code));
    }
}
