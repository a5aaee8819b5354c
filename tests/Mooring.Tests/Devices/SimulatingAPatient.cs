using Mooring.Clinical.Vitals;
using Mooring.Devices.Readings;
using Mooring.Devices.Simulator;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class SimulatingAPatient
{
    private static readonly MonitorIdentity Chair1 = new("0A0B0CFFFE000001", "P-1", "CLINIC^ROOM^CHAIR 1");

    [Fact]
    public void What_the_monitor_sends_is_what_is_filed()
    {
        var signs = A(Scenario.Normal).At(TimeSpan.FromMinutes(3));
        var cuff = new CuffReading(121, 76, 91, Nine.AddSeconds(-20));

        var received = Intake.Read(MonitorMessage.Compose(Chair1, signs, cuff, "c1", Nine), Table, Nine, Clinic);

        Assert.Empty(received.Problems);
        Assert.Empty(received.Quarantined);
        Assert.Equal(["hr", "rr", "spo2", "hr", "etco2", "temp", "nibp-sys", "nibp-dia", "nibp-map"], received.Values.Select(value => value.Sign.Code));
        Assert.Equal(121, received.Values[6].Value);
        Assert.Equal(cuff.At, received.Values[6].At);
        Assert.Equal(Nine, received.Values[0].At);
        Assert.All(received.Values, value => Assert.Equal("0A0B0CFFFE000001", value.Device));
        Assert.Equal(("P-1", "CLINIC^ROOM^CHAIR 1"), (received.Patient.Id, received.Location));
    }

    [Fact]
    public void A_monitor_that_knows_no_patient_says_so()
    {
        var received = Intake.Read(MonitorMessage.Compose(Chair1 with { Patient = null }, A(Scenario.Normal).At(default), null, "c1", Nine), Table, Nine, Clinic);

        Assert.True(received.Patient.IsUnknown);
        Assert.Equal(6, received.Values.Count);
    }

    [Fact]
    public void The_pump_tells_its_rate_and_what_it_delivered()
    {
        var pump = new Pump(150, 100, TimeSpan.FromMinutes(2));

        var during = Intake.Read(pump.Compose(Chair1, TimeSpan.FromMinutes(22), "p1", Nine), Table, Nine, Clinic);

        Assert.Equal([(VitalSign.PumpRate, 150), (VitalSign.PumpSetting, 150), (VitalSign.PumpVolume, 50)], during.Values.Select(value => (value.Sign, value.Value!.Value)));
        Assert.Equal((0, 100), (pump.RateAt(TimeSpan.FromHours(1)), pump.DeliveredAt(TimeSpan.FromHours(1))));
    }

    [Fact]
    public void The_same_seed_is_the_same_patient() =>
        Assert.Equal(A(Scenario.Normal).At(TimeSpan.FromSeconds(77)), A(Scenario.Normal).At(TimeSpan.FromSeconds(77)));

    [Fact]
    public void Blood_pressure_rises_with_the_infusion_and_comes_back()
    {
        var patient = A(Scenario.Normal);
        double Around(double minute) => Enumerable.Range(-100, 200).Average(second => patient.At(TimeSpan.FromMinutes(minute) + TimeSpan.FromSeconds(second)).Systolic);

        Assert.InRange(Around(36) - Around(-4), 11, 19);
        Assert.InRange(Around(240) - Around(-4), -4, 5);
    }

    [Fact]
    public void Every_moment_of_every_scenario_is_plausible_and_filed()
    {
        foreach (var scenario in Enum.GetValues<Scenario>())
        {
            for (var second = 0; second < 600; second += 7)
            {
                var signs = A(scenario).At(TimeSpan.FromSeconds(second));
                var received = Intake.Read(MonitorMessage.Compose(Chair1, signs, null, "c", Nine), Table, Nine, Clinic);
                Assert.DoesNotContain(received.Quarantined, apart => apart.IsAlert);
                Assert.True(signs.Systolic > signs.MeanPressure && signs.MeanPressure > signs.Diastolic);
            }
        }
    }

    [Fact]
    public void The_scenarios_do_what_they_are_called()
    {
        Assert.True(A(Scenario.HypertensiveSurge).At(TimeSpan.FromMinutes(3)).Systolic > 150);
        Assert.True(A(Scenario.Desaturation).At(TimeSpan.FromSeconds(90)).SpO2 < 91);
        Assert.Null(A(Scenario.SensorOff).At(TimeSpan.FromSeconds(60)).SpO2);
        Assert.NotNull(A(Scenario.SensorOff).At(TimeSpan.FromSeconds(100)).SpO2);
    }

    [Fact]
    public void Every_scenario_has_a_name_and_says_what_happens_and_what_is_right()
    {
        Assert.Equal(Enum.GetValues<Scenario>(), ScenarioWords.All.Select(words => words.Scenario));
        Assert.Equal(ScenarioWords.All.Count, ScenarioWords.All.Select(words => words.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ScenarioWords.All, words => Assert.True(words.Happens.Length > 20 && words.Expect.Length > 10));
    }

    [Fact]
    public void The_same_seed_sends_the_same_bytes_in_every_scenario_and_another_seed_others()
    {
        foreach (var scenario in Enum.GetValues<Scenario>())
        {
            Assert.Equal(Sent(scenario, seed: 4), Sent(scenario, seed: 4));
            Assert.NotEqual(Sent(scenario, seed: 4), Sent(scenario, seed: 5));
        }
    }

    private static List<string> Sent(Scenario scenario, int seed)
    {
        var course = new MonitorCourse(new SimulatedMonitorSettings("", 0, Chair1) { Scenario = scenario, Seed = seed }, Nine);
        return [.. Enumerable.Range(0, 120).SelectMany(second => course.At(TimeSpan.FromSeconds(second))).Select(Convert.ToHexString)];
    }

    private static Physiology A(Scenario scenario) => new(scenario, 4, TimeSpan.FromMinutes(1));
}
