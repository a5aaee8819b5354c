namespace Mooring.Devices.Simulator;

/// <summary>A measurement of the cuff: it keeps its own time.</summary>
public sealed record CuffReading(double Systolic, double Diastolic, double Mean, DateTimeOffset At);

/// <summary>What a multi-parameter monitor sends: one device, its modules, their channels, their numbers.</summary>
public static class MonitorMessage
{
    public static byte[] Compose(MonitorIdentity from, SimulatedSigns signs, CuffReading? cuff, string controlId, DateTimeOffset at)
    {
        var message = new Pcd01(from, "MOORING_SIM", controlId, at);
        message.Device("69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS", "1.0.0.0", instance: from.Instance("MONITOR"));
        message.Device("69798^MDC_DEV_ECG_VMD", "1.1.0.0");
        message.Device("69799^MDC_DEV_ECG_CHAN", "1.1.1.0");
        message.Number("147842^MDC_ECG_HEART_RATE", "1.1.1.1", signs.HeartRate, Units.PerMinute);
        message.Number("151562^MDC_RESP_RATE", "1.1.1.2", signs.RespiratoryRate, Units.Breaths);
        message.Device("69642^MDC_DEV_ANALY_SAT_O2_VMD", "1.2.0.0");
        message.Device("69643^MDC_DEV_ANALY_SAT_O2_CHAN", "1.2.1.0");
        message.Number("150456^MDC_PULS_OXIM_SAT_O2", "1.2.1.1", signs.SpO2, Units.Percent);
        message.Number("149530^MDC_PULS_OXIM_PULS_RATE", "1.2.1.2", signs.PulseRate, Units.PerMinute);
        message.Device("69766^MDC_DEV_GEN_CONC_AWAY_VMD", "1.3.0.0");
        message.Device("69767^MDC_DEV_GEN_CONC_AWAY_CHAN", "1.3.1.0");
        message.Number("151708^MDC_CONC_AWAY_CO2_ET", "1.3.1.1", signs.EtCO2, Units.MmHg);
        message.Device("69902^MDC_DEV_METER_TEMP_VMD", "1.4.0.0");
        message.Device("69903^MDC_DEV_METER_TEMP_CHAN", "1.4.1.0");
        message.Number("150344^MDC_TEMP", "1.4.1.1", signs.Temperature, Units.Celsius, "0.0");
        if (cuff is not null)
        {
            message.Device("70686^MDC_DEV_PRESS_BLD_NONINV_VMD", "1.5.0.0");
            message.Device("70687^MDC_DEV_PRESS_BLD_NONINV_CHAN", "1.5.1.0", cuff.At);
            message.Number("150021^MDC_PRESS_BLD_NONINV_SYS", "1.5.1.1", cuff.Systolic, Units.MmHg);
            message.Number("150022^MDC_PRESS_BLD_NONINV_DIA", "1.5.1.2", cuff.Diastolic, Units.MmHg);
            message.Number("150023^MDC_PRESS_BLD_NONINV_MEAN", "1.5.1.3", cuff.Mean, Units.MmHg);
        }

        return message.Bytes();
    }
}
