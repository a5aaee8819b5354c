using Mooring.Devices.Hl7;
using Mooring.Devices.Readings;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class InheritingContext
{
    private const string Mds = "OBX|8||69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||X|||||||MON^^AAAA^EUI-64";
    private const string Chan = "OBX|9||69799^MDC_DEV_ECG_CHAN^MDC|1.1.1.0|||||||X|||20261122083000+0000||||MOD7";

    [Fact]
    public void The_time_comes_from_the_value_then_its_channel_then_its_order()
    {
        Assert.Equal(new(2026, 11, 22, 8, 45, 0, TimeSpan.Zero), At(Mds, Chan, HeartRate.With(14, "20261122084500+0000")));
        Assert.Equal(new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero), At(Mds, Chan, HeartRate));
        Assert.Equal(new(2026, 11, 22, 8, 59, 58, TimeSpan.Zero), At(Mds, HeartRate));
        Assert.Equal(new(2026, 11, 22, 8, 59, 58, TimeSpan.Zero), At(Mds, Chan, HeartRate.With(4, "1.2.1.1")));
    }

    [Fact]
    public void Without_any_time_a_value_is_kept_apart() =>
        Assert.Equal("DEV206", Assert.Single(Read(Msh, Pid, "OBR|1", HeartRate).Quarantined).Code);

    [Fact]
    public void Devices_are_named_from_the_inside_out()
    {
        var value = Assert.Single(ReadResults(Mds, Chan, HeartRate.With(18, "SENSOR1~SLOT2")).Values);

        Assert.Equal(["SENSOR1", "SLOT2", "MOD7", "AAAA", "0011223344556677"], value.Devices);
        Assert.Equal("SENSOR1", value.Device);
    }

    [Fact]
    public void A_clock_ahead_is_flagged_and_a_small_drift_is_not()
    {
        Assert.Equal(TimeDoubts.Future, Assert.Single(ReadResults(HeartRate.With(14, "20261122090200+0000")).Values).TimeDoubts);
        Assert.Equal(TimeDoubts.None, Assert.Single(ReadResults(HeartRate.With(14, "20261122090030+0000")).Values).TimeDoubts);
    }

    [Fact]
    public void An_identity_said_to_be_unknown_is_not_one_that_was_not_sent()
    {
        var unknown = Read(Msh, Pid.With(31, "Y"), Obr, HeartRate).Values[0].Patient;
        var nobody = Read(Msh, "PID|||^^^^PI", Obr, HeartRate).Values[0].Patient;
        var none = Read(Msh, Obr, HeartRate).Values[0].Patient;

        Assert.Equal([true, false, false], [unknown.IsUnknown, nobody.IsUnknown, none.IsUnknown]);
        Assert.All((string?[])[unknown.Id, nobody.Id, none.Id], Assert.Null);
    }

    [Fact]
    public void Two_patients_in_one_message_stay_two()
    {
        var received = Read(Msh, Pid, Obr, HeartRate, Pid.With(3, "P-2"), "PV1||O|C^R^2", Obr, HeartRate.With(5, "73"));

        Assert.Equal(["P-1", "P-2"], received.Values.Select(value => value.Patient.Id));
        Assert.Equal([null, "C^R^2"], received.Values.Select(value => value.Location));
    }

    [Theory]
    [InlineData(9, "ORU^R01^ORU_R01", Verdict.Accepted)]
    [InlineData(9, "ORU^R01", Verdict.Accepted)]
    [InlineData(9, "ORU^R42^ORU_R01", Verdict.Accepted)]
    [InlineData(9, "ORU^W01^ORU_W01", Verdict.Refused)]
    [InlineData(9, "ADT^A01", Verdict.Refused)]
    [InlineData(9, "", Verdict.Refused)]
    [InlineData(10, "", Verdict.Refused)]
    [InlineData(11, "X", Verdict.Refused)]
    [InlineData(11, "P^T", Verdict.Accepted)]
    [InlineData(12, "2.2", Verdict.Refused)]
    [InlineData(12, "2.9", Verdict.Refused)]
    [InlineData(12, "2.3", Verdict.Accepted)]
    [InlineData(12, "2.8", Verdict.Accepted)]
    [InlineData(12, "2.5.1^USA", Verdict.Accepted)]
    public void The_header_must_be_one_that_is_taken(int field, string sent, Verdict verdict)
    {
        // MSH-1 is the field mark itself, so a field stands one place earlier than its number.
        var received = Read(Msh.With(field - 1, sent), Pid, Obr, HeartRate);

        Assert.Equal(verdict, received.Verdict);
        Assert.NotNull(received.Header);
        Assert.True(verdict == Verdict.Accepted || received.Quarantined.Count == 1);
    }

    [Fact]
    public void A_result_without_an_order_refuses_the_message_whole()
    {
        var received = Read(Msh, Pid, HeartRate);

        Assert.Equal(["DEV120", "DEV121"], received.Problems.Select(problem => problem.Code));
        Assert.Empty(received.Values);
    }

    [Fact]
    public void Test_data_is_isolated()
    {
        var received = Read(Msh.With(10, "T"), Pid, Obr, HeartRate);

        Assert.True(received.IsTest);
        Assert.Empty(received.Values);
        Assert.Equal(("DEV230", HeartRate), (received.Quarantined[0].Code, received.Quarantined[0].Raw));
    }

    [Fact]
    public void The_same_bytes_have_the_same_key_and_another_body_another()
    {
        var source = new Mooring.Devices.Mllp.Source(System.Net.IPAddress.Loopback, 1, 1);
        var later = source with { Port = 2, Connection = 2 };

        Assert.Equal(ReadResults(HeartRate).Key(source), ReadResults(HeartRate).Key(later));
        Assert.NotEqual(ReadResults(HeartRate).Key(source), ReadResults(HeartRate.With(5, "73")).Key(source));
        Assert.Equal(ReadResults(HeartRate).Values[0].Key, ReadResults(HeartRate).Values[0].Key);
    }

    private static DateTimeOffset At(params string[] results) => Assert.Single(ReadResults(results).Values).At;
}
