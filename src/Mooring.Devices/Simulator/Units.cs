namespace Mooring.Devices.Simulator;

/// <summary>Units as the simulated devices send them: in both codings.</summary>
internal static class Units
{
    public const string PerMinute = "264864^MDC_DIM_BEAT_PER_MIN^MDC^{beat}/min^{beat}/min^UCUM";
    public const string Breaths = "264928^MDC_DIM_RESP_PER_MIN^MDC^{breath}/min^{breath}/min^UCUM";
    public const string Percent = "262688^MDC_DIM_PERCENT^MDC^%^%^UCUM";
    public const string MmHg = "266016^MDC_DIM_MMHG^MDC^mm[Hg]^mm[Hg]^UCUM";
    public const string Celsius = "268192^MDC_DIM_DEGC^MDC^Cel^Cel^UCUM";
    public const string PerHour = "265266^MDC_DIM_MILLI_L_PER_HR^MDC^mL/h^mL/h^UCUM";
    public const string Milliliters = "263762^MDC_DIM_MILLI_L^MDC^mL^mL^UCUM";
}
