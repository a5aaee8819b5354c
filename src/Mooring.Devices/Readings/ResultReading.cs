using Mooring.Clinical.Vitals;

namespace Mooring.Devices.Readings;

/// <summary>Turns result lines into values, or says of each why not.</summary>
internal static class ResultReading
{
    public static (IReadOnlyList<Observed> Values, IReadOnlyList<Quarantined> Apart) All(
        IReadOnlyList<ResultLine> lines, ReadingTerms terms, MessageTimes times, string controlId)
    {
        var values = new List<Observed>();
        var apart = new List<Quarantined>();
        foreach (var line in lines)
        {
            // A device line, or a metric whose result can not be had: there is nothing to file and nothing lost.
            if (line.Status == "X" && (line.Obx[5].IsEmpty || line.Obx[5].IsNull))
                continue;
            var (value, why) = One(line, terms, times, controlId);
            if (value is not null)
                values.Add(value);
            else if (why is not null)
                apart.Add(why);
        }

        PressureOrder.Keep(values, apart, lines);
        return (values, apart);
    }

    private static (Observed?, Quarantined?) One(ResultLine line, ReadingTerms terms, MessageTimes times, string controlId)
    {
        var (type, table) = (line.Obx[2].Text, terms.Table);
        if (type is "NA" or "NR")
            return (null, line.Apart("DEV201", 2, "A waveform or range: kept as it came, never filed as a number.", isAlert: false));
        var match = CodeMatch.Of(line.Obx[3], line.Obx[6], terms);
        if (match.Sign is not { } sign)
            return (null, line.Apart(match.IsDoubtful ? "DEV203" : "DEV202", 3, match.Problem!, match.IsDoubtful));
        if (line.Status == "X")
            return (null, line.Apart("DEV207", 11, $"Result status X says that there is no result, and '{line.Obx[5].Raw}' stands beside it."));
        if (ResultStatus.Of(line.Status, terms.Profile) is not { } status)
            return (null, line.Apart("DEV204", 11, $"Result status '{line.Status}' is not one that is filed."));
        if (line.Devices.Count == 0)
            return (null, line.Apart("DEV205", 18, "No device is named, neither in OBX-18 nor in MSH-3."));
        if (times.Of(line.TimeText) is not { } at)
            return (null, line.Apart("DEV206", 14, $"The time of the value ({line.TimePlace}) is missing or not a time: '{line.TimeText}'."));

        var (number, why) = ResultNumber.Read(line, sign, terms, status.Status == ReadingStatus.Withdrawn);
        if (why is not null)
            return (null, why);
        var doubted = line.Obx[8].Repetitions.Select(one => table.FindQualifier(one[1])).Any(one => one is { IsReading: true });
        return (new Observed
        {
            Sign = sign.Sign,
            Value = number,
            At = at.At,
            TimeDoubts = at.Doubts | (at.At > times.ReceivedAt + table.FutureAllowed ? TimeDoubts.Future : TimeDoubts.None),
            SentAt = at.Sent,
            Status = doubted && status.Status == ReadingStatus.Final ? ReadingStatus.NotFinal : status.Status,
            IsWrongPatient = status.IsWrongPatient,
            Device = line.Devices[0],
            Devices = line.Devices,
            Patient = line.Patient,
            Location = line.Location,
            ControlId = controlId,
            Mdc = match.Mdc,
            Own = match.Own,
            Loinc = match.Loinc ?? (match.Mdc is null ? null : LoincOf(sign)),
            Method = sign.Method,
            SubId = line.SubId,
            Place = line.Place,
        }, null);
    }

    private static string? LoincOf(DeviceSign sign) => sign.Codes.FirstOrDefault(code => code.System == "LN")?.Code ?? sign.Sign.Loinc;
}
