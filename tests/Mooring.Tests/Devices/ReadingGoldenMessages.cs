using Mooring.Devices.Hl7;
using Mooring.Devices.Readings;

namespace Mooring.Tests.Devices;

public class ReadingGoldenMessages
{
    private static readonly DateTimeOffset Later = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_one_says_where_it_is_from() =>
        Assert.All(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden", "hl7"), "*.hl7"), file => Assert.True(File.Exists(file + ".origin.md"), file));

    [Fact]
    public void A_spot_pressure_through_a_gateway_is_filed_whole()
    {
        var received = Sample.ReadGolden("acme-nibp.hl7", Later);

        Assert.Equal(["nibp-sys 120", "nibp-dia 80", "nibp-map 93", "hr 63"], Said(received));
        Assert.Empty(received.Quarantined);
        Assert.All(received.Values, value => Assert.Equal(new DateTimeOffset(2011, 6, 2, 4, 58, 42, TimeSpan.Zero), value.At));
        Assert.Equal("HO2009001", received.Patient.Id);
        Assert.Equal("HO Surgery^OR^1", received.Location);
        Assert.Equal(["080019FFFE3ED02D172.16.172.135", "080019FFFE3ED02D"], received.Values[0].Devices);
    }

    [Fact]
    public void An_operating_room_monitor_files_its_signs_and_keeps_the_rest_apart()
    {
        var received = Sample.ReadGolden("ge-b40.hl7", Later);

        Assert.Equal(["hr 68", "hr 67", "spo2 97"], Said(received));
        Assert.Equal(["ecg", "pulse-oximeter", "pulse-oximeter"], received.Values.Select(value => value.Method));
        Assert.All(received.Values, value => Assert.Equal(TimeDoubts.ZoneAssumed, value.TimeDoubts));
        Assert.Equal(new DateTimeOffset(2023, 3, 9, 19, 39, 0, TimeSpan.Zero), received.Values[0].At);
        Assert.Equal(["DEV202", "DEV202"], received.Quarantined.Select(apart => apart.Code));
        Assert.Equal("ТАМАРА ОЛЬХА", received.Patient.Name);
    }

    [Fact]
    public void A_ward_monitor_without_device_lines_is_read()
    {
        var received = Sample.ReadGolden("comen-vs8.hl7", Later);

        Assert.Equal(["spo2 97", "spo2 97", "rr 20", "temp 37", "nibp-sys 120", "nibp-dia 80", "nibp-map 90"], Said(received));
        Assert.Equal(["1.3.1.150456", "1.3.2.150456"], received.Values.Take(2).Select(value => value.SubId));
        Assert.Equal("NC_Monitor", received.Values[0].Device);
        Assert.Equal(6, received.Quarantined.Count);
        Assert.DoesNotContain(received.Quarantined, apart => apart.IsAlert);
        Assert.True(received.Header!.IsOriginalMode);
    }

    [Fact]
    public void Debugging_mode_is_isolated_and_a_waveform_is_no_number()
    {
        var received = Sample.ReadGolden("philips-mx500.hl7", Later);

        Assert.True(received.IsTest);
        Assert.Empty(received.Values);
        Assert.Equal(["DEV202", "DEV201", "DEV230"], received.Quarantined.Select(apart => apart.Code));
        Assert.Contains("MDC_ECG_CARD_BEAT_RATE", received.Quarantined[2].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pump_that_stands_still_says_zero()
    {
        var received = Sample.ReadGolden("bbraun-pump-off.hl7", Later);

        Assert.Equal(["pump-rate 0"], Said(received));
        Assert.Equal(["0012210000000000", "0012211839000001"], received.Values[0].Devices);
        Assert.True(received.Patient.IsUnknown);
    }

    [Fact]
    public void A_plain_message_with_loinc_is_read()
    {
        var received = Sample.ReadGolden("plain-loinc.hl7", Later);

        Assert.Equal(["hr 88", "nibp-sys 105", "nibp-dia 65", "temp 37.8", "rr 18", "spo2 95"], Said(received));
        Assert.Equal("8867-4", received.Values[0].Loinc);
        Assert.Null(received.Values[0].Mdc);
        Assert.Equal("METAVISION", received.Values[0].Device);
    }

    [Fact]
    public void A_monitor_without_probes_files_nothing()
    {
        var received = Sample.ReadGolden("zondan-no-probe.hl7", Later);

        Assert.Empty(received.Values);
        Assert.Equal(4, received.Quarantined.Count);
        Assert.Equal(Verdict.Accepted, received.Verdict);
    }

    [Fact]
    public void An_alarm_is_kept_and_its_number_is_not_filed()
    {
        var received = Sample.ReadGolden("masimo-alarm.hl7", Later);

        Assert.Equal((MessageKind.Alarm, Verdict.Accepted), (received.Kind, received.Verdict));
        Assert.Empty(received.Values);
        Assert.Equal("SPO2 LOW", Assert.Single(received.Alarms).Said.Words);
    }

    [Fact]
    public void Cut_at_any_byte_they_are_read_or_refused_and_nothing_breaks()
    {
        foreach (var name in new[] { "acme-nibp.hl7", "ge-b40.hl7", "plain-loinc.hl7", "philips-mx500.hl7", "masimo-alarm.hl7" })
        {
            var whole = Sample.Golden(name);
            var complete = Said(Intake.Read(whole, Sample.Table, Later, Sample.Clinic)).ToHashSet();
            for (var length = 0; length < whole.Length; length++)
            {
                var cut = Intake.Read(whole.AsSpan(0, length), Sample.Table, Later, Sample.Clinic);
                Assert.True(cut.Values.SkipLast(1).All(value => complete.Contains(Say(value))), $"{name} at {length}");
            }
        }
    }

    [Fact]
    public void Any_byte_changed_breaks_nothing()
    {
        var whole = Sample.Golden("acme-nibp.hl7");
        foreach (var at in Enumerable.Range(0, whole.Length))
        {
            // Each place is hit by one of nine bytes, in turn: enough to reach every branch, and quick.
            var changed = whole.ToArray();
            changed[at] = "\0|^~\\&\r\"9Z"u8[at % 9];

            var received = Intake.Read(changed, Sample.Table, Later, Sample.Clinic);

            Assert.Equal(64, received.BodyHash.Length);
        }
    }

    private static IEnumerable<string> Said(Received received) => received.Values.Select(Say);

    private static string Say(Observed value) => FormattableString.Invariant($"{value.Sign} {value.Value}");
}
