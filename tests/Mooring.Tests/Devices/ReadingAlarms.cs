using Mooring.Clinical.Vitals;
using Mooring.Devices.Readings;
using Mooring.Devices.Simulator;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class ReadingAlarms
{
    private static readonly MonitorIdentity Chair1 = new("0A0B0CFFFE000001", "P-1", "CLINIC^ROOM^CHAIR 1");

    private static readonly SimulatedAlarm Low = new("a7-spo2", "196670^MDC_EVT_LO", "SpO2 LOW", "PM", "SP")
    {
        About = ("150456^MDC_PULS_OXIM_SAT_O2", "262688^MDC_DIM_PERCENT^MDC^%^%^UCUM"),
        Value = 88,
        Limits = "92-100",
    };

    [Fact]
    public void An_alarm_is_kept_in_the_devices_words_and_its_number_is_not_filed()
    {
        var received = Read(AlarmMessage.Compose(Chair1, Low, "start", "c1", Nine));

        var said = Assert.Single(received.Alarms).Said;
        Assert.Empty(received.Values);
        Assert.Empty(received.Quarantined);
        Assert.Equal(("SpO2 LOW", "196670 MDC_EVT_LO", "start", "active", "PM", "SP"), (said.Words, said.Event, said.Phase, said.State, said.Priority, said.Type));
        Assert.Equal(("88 %", "92-100", "0A0B0CFFFE000001", Nine), (said.Value, said.Limits, said.Device, said.At));
    }

    [Fact]
    public void Start_continue_and_end_are_one_alarm_whatever_order_they_come_in()
    {
        var said = new[] { ("end", 40), ("start", 0), ("continue", 30) }
            .Select(part => Read(AlarmMessage.Compose(Chair1, Low, part.Item1, $"c{part.Item2}", Nine.AddSeconds(part.Item2 - 60))).Alarms[0].Said);

        var alarm = Assert.Single(DeviceAlarm.Tied(said));

        Assert.Equal((Nine.AddSeconds(-60), Nine.AddSeconds(-20)), (alarm.StartedAt, alarm.EndedAt));
        Assert.Equal(AlarmStage.Over, alarm.StageAt(Nine.AddHours(1)));
    }

    [Fact]
    public void What_was_on_before_a_restart_is_unknown_until_the_device_speaks_again()
    {
        var alarm = DeviceAlarm.Tied([Read(AlarmMessage.Compose(Chair1, Low, "start", "c1", Nine.AddSeconds(-5))).Alarms[0].Said])[0];
        var again = alarm.With(alarm.Last with { Phase = "continue", At = Nine.AddSeconds(20), ReceivedAt = Nine.AddSeconds(20) });

        Assert.Equal(AlarmStage.On, alarm.StageAt(Nine.AddMinutes(-1)));
        Assert.Equal(AlarmStage.Unknown, alarm.StageAt(Nine.AddSeconds(10)));
        Assert.Equal(AlarmStage.On, again.StageAt(Nine.AddSeconds(10)));
    }

    [Fact]
    public void One_that_says_neither_phase_nor_state_is_unknown()
    {
        var said = Assert.Single(ReadGolden("masimo-alarm.hl7", Nine).Alarms).Said;

        Assert.Equal(("SPO2 LOW", AlarmStage.Unknown, "98 %", ">98"), (said.Words, said.Stage, said.Value, said.Limits));
        Assert.Null(said.Inactivation);
        Assert.Equal("enabled", AlarmWords.Inactivation(said.Inactivation));
    }

    [Fact]
    public void An_event_may_stand_in_the_value()
    {
        var said = Assert.Single(ReadGolden("alarm-event-in-value.hl7", Nine).Alarms).Said;

        Assert.Equal(("196680 MDC_EVT_LEAD_OFF", "MDC_EVT_LEAD_OFF", "PL", "ST", AlarmStage.On, "77/MINDRAY_VS_SERIES"), (said.Event, said.Words, said.Priority, said.Type, said.Stage, said.AlarmId));
    }

    [Fact]
    public void Older_codes_are_known_by_their_names()
    {
        var said = Assert.Single(ReadGolden("alarm-older-codes.hl7", Nine).Alarms).Said;

        Assert.Equal(("RECHECK PRESSURE", "update", "active", "audio-paused", "PM", "SA"), (said.Words, said.Phase, said.State, said.Inactivation, said.Priority, said.Type));
        Assert.Equal("a-1", said.AlarmId);
    }

    [Fact]
    public void One_from_the_future_is_one_of_now() =>
        Assert.Equal(Nine, Assert.Single(Read(AlarmMessage.Compose(Chair1, Low, "start", "c1", Nine.AddHours(1))).Alarms).Said.At);

    [Fact]
    public void A_message_without_an_event_is_kept_as_it_came_and_is_not_sent_back()
    {
        var received = Sample.Read(Msh.Replace("ORU^R01^ORU_R01", "ORU^R40^ORU_R40", StringComparison.Ordinal), Pid, "OBR|1|||196616^MDC_EVT_ALARM^MDC|||20261122085958+0000");

        Assert.Equal("DEV242", Assert.Single(received.Quarantined).Code);
        Assert.Equal(Mooring.Devices.Hl7.Verdict.Accepted, received.Verdict);
    }

    [Fact]
    public void The_simulated_monitor_tells_when_an_alarm_begins_goes_on_and_ends()
    {
        var course = new MonitorCourse(new SimulatedMonitorSettings("", 0, Chair1) { Scenario = Scenario.SensorOff, Seed = 4, HasAlarms = true }, Nine.AddMinutes(-2));
        var said = Enumerable.Range(0, 120).SelectMany(second => course.At(TimeSpan.FromSeconds(second)))
            .Select(bytes => Intake.Read(bytes, Table, Nine, Clinic)).SelectMany(received => received.Alarms).Select(report => report.Said).ToList();

        var alarm = Assert.Single(DeviceAlarm.Tied(said));

        Assert.Equal(["start", "continue", "end"], alarm.Said.Select(one => one.Phase));
        Assert.Equal((Nine.AddSeconds(-90), Nine.AddSeconds(-30)), (alarm.StartedAt, alarm.EndedAt));
    }

    private static Received Read(byte[] bytes) => Intake.Read(bytes, Table, Nine, Clinic);
}
