using Mooring.Clinical.Vitals;
using Mooring.Content.Reading;
using Mooring.Devices.Hl7;
using Mooring.Devices.Readings;
using static Mooring.Tests.Devices.Sample;

namespace Mooring.Tests.Devices;

public class ReadingByProfile
{
    private static readonly IReadOnlyDictionary<string, ContentItem<DeviceProfile>> Profiles = Clinical.ScreeningContent.Library.DeviceProfiles;

    [Theory]
    [InlineData("ihe-pcd-gateway", "00112233FFFE0001", "spo2 98, hr 66", "CA")]
    [InlineData("philips-intellivue", "0a1b-IntelliVue 1", "hr 71", "CA")]
    [InlineData("ge-b40", "080019FFFE000001", "hr 69, spo2 97", "AA")]
    [InlineData("comen-vs8", "KC000000001G", "spo2 97, hr 59, temp 36.9", "AA")]
    [InlineData("mindray-vs", "00A0370098000001", "spo2 99, hr 94", "CA")]
    [InlineData("zondan-xh", "00A037009B000001", "nibp-sys 118?, nibp-dia 74?", "CA")]
    [InlineData("plain-loinc", "CHARTING", "hr 72, spo2 97", "AA")]
    [InlineData("ihe-pump", "00112233FFFE0007", "pump-rate 150, pump-set 150, pump-volume 37.5", "CA")]
    [InlineData("bbraun-space", "P00001", "pump-rate 12, pump-volume 3.25", "CA")]
    [InlineData("icu-plum", "PLUM-17", "pump-rate 150, pump-volume 12.5", "CA")]
    public void Each_family_is_read_as_its_profile_says(string id, string device, string values, string answer)
    {
        var received = ReadAs(id, Golden(Profiles[id].Value.Sample));

        Assert.Equal(values, string.Join(", ", received.Values.Select(Say)));
        Assert.All(received.Values, value => Assert.Equal(device, value.Device));
        Assert.All(received.Values, value => Assert.InRange(Nine - value.At, TimeSpan.Zero, TimeSpan.FromMinutes(1.1)));
        Assert.Equal(Verdict.Accepted, received.Verdict);
        var acknowledged = Acknowledgement.Of(received.Header!, received.Verdict, received.Problems, "A1", Nine);
        Assert.Contains($"MSA|{answer}|", System.Text.Encoding.Latin1.GetString(acknowledged.Wire.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_four_families_of_monitors_and_two_of_pumps_at_least()
    {
        Assert.True(Profiles.Values.Count(profile => profile.Value.Kind == DeviceKind.Monitor) >= 4);
        Assert.True(Profiles.Values.Count(profile => profile.Value.Kind == DeviceKind.Pump) >= 2);
        Assert.All(Profiles.Values, profile => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "Golden", "hl7", profile.Value.Sample)), profile.File));
    }

    [Fact]
    public void Two_pumps_of_one_gateway_are_two_only_by_their_labels()
    {
        var one = Golden("profile-bbraun-space.hl7");
        var other = System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.ASCII.GetString(one).Replace("P00001", "P00002", StringComparison.Ordinal));

        Assert.Equal(["P00001", "P00002"], new[] { one, other }.Select(bytes => ReadAs("bbraun-space", bytes).Values[0].Device));
        Assert.Equal(["0012210000000000", "0012210000000000"], new[] { one, other }.Select(bytes => Intake.Read(bytes, Table, Nine, Clinic).Values[0].Device));
    }

    [Fact]
    public void A_code_that_only_one_family_is_trusted_with_is_apart_without_its_profile()
    {
        var plain = Intake.Read(Golden("profile-comen-vs8.hl7"), Table, Nine, Clinic);

        Assert.DoesNotContain(plain.Values, value => value.Sign == VitalSign.HeartRate);
        Assert.Contains(plain.Quarantined, apart => apart.Raw.Contains("149522", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_without_a_status_is_apart_without_its_profile_and_never_final_with_it()
    {
        var bytes = Golden("profile-zondan-xh.hl7");

        Assert.Empty(Intake.Read(bytes, Table, Nine, Clinic).Values);
        Assert.All(ReadAs("zondan-xh", bytes).Values, value => Assert.Equal(ReadingStatus.NotFinal, value.Status));
    }

    [Fact]
    public void A_value_of_the_demonstration_mode_is_never_filed() =>
        Assert.Contains(ReadAs("mindray-vs", Golden("profile-mindray-vs.hl7")).Quarantined, apart => apart.Code == "DEV210");

    [Fact]
    public void The_profile_is_asked_for_by_the_sender_and_else_by_the_devices()
    {
        List<string> asked = [];

        Intake.Read(Golden("profile-ihe-pump.hl7"), names => { asked.Add(string.Join('+', names)); return new(Table); }, Nine, Clinic);

        Assert.Equal(["00112233FFFE9999", "00112233FFFE0007+00112233FFFE9999"], asked);
    }

    [Fact]
    public void A_mapped_code_is_filed_in_its_unit_and_nothing_like_it_is()
    {
        const string Own = "OBX|1|NM|0002-4bb8^EtCO2^99VENDOR|1.1.1.1|5.1|kPa^^99VENDOR|||||R";
        var mapping = new CodeMapping("0002-4bb8^EtCO2^99VENDOR", "kPa^^99VENDOR", "etco2", "capnography", "kilopascal");
        Received Mapped(string line) => Intake.Read(Bytes(Msh, Pid, Obr, line), _ => new(Table) { Mappings = [mapping] }, Nine, Clinic);

        var value = Assert.Single(Mapped(Own).Values);

        Assert.Equal((VitalSign.EtCO2, 38.25, "own:99VENDOR:0002-4bb8"), (value.Sign, value.Value, value.Code));
        Assert.Empty(ReadResults(Own).Values);
        Assert.Empty(Mapped(Own.With(6, "mmHg")).Values);
        Assert.Empty(Mapped(Own.With(3, "0002-4bb8^CO2^99VENDOR")).Values);
        Assert.Empty(Mapped(Own.With(5, "512")).Values);
    }

    private static Received ReadAs(string id, byte[] bytes)
    {
        var terms = ReadingTerms.Of(Table, Profiles[id].Value);
        return Intake.Read(bytes, _ => terms, Nine, Clinic);
    }

    private static string Say(Observed value) => FormattableString.Invariant($"{value.Sign} {value.Value}{(value.Status == ReadingStatus.NotFinal ? "?" : "")}");
}
