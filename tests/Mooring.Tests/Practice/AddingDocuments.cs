using System.Text;
using Mooring.Clinical;
using Mooring.Clinical.Documents;
using Mooring.Clinical.Patients;
using Mooring.Demo;
using Mooring.Practice.Documents;

namespace Mooring.Tests.Practice;

/// <summary>Papers and pictures of the chart: looked into, sealed, replaced and marked, never changed.</summary>
public class AddingDocuments
{
    private static readonly DocumentTerms Terms = Clinical.Content.Library.Documents!.Value;

    private static readonly Dictionary<string, (Func<byte[]> File, string Code)> Made = new(StringComparer.Ordinal)
    {
        ["a picture that is a page"] = (() => "<svg onload='x()'></svg>"u8.ToArray(), "DOC103"),
        ["a program"] = (() => [.. "MZ"u8, 0, 0], "DOC103"),
        ["a cut PNG"] = (() => InventedFiles.Png()[..40], "DOC104"),
        ["a cut JPEG"] = (() => InventedFiles.Jpeg()[..40], "DOC104"),
        ["a PDF without pages"] = (() => "%PDF-1.7\n%%EOF"u8.ToArray(), "DOC104"),
        ["a PDF that is an archive too"] = (() => [.. InventedFiles.Pdf(), .. "PK\u0003\u0004"u8], "DOC105"),
        ["a picture that covers a wall"] = (() => InventedFiles.Png(40_000, 40_000, [0]), "DOC106"),
        ["a PDF of many pages"] = (() => InventedFiles.Pdf(201), "DOC107"),
        ["a script"] = (() => InventedFiles.Pdf(beside: "9 0 obj << /S /JavaScript /JS (x) >> endobj\n"), "DOC108"),
        ["a script by another spelling"] = (() => InventedFiles.Pdf(beside: "9 0 obj << /S /J#61vaScript >> endobj\n"), "DOC108"),
        ["a script that is packed"] = (() => InventedFiles.Pdf(stream: InventedPng.Packed("<< /OpenAction << /S /JavaScript >> >>"u8.ToArray()), streamHead: "/FlateDecode /Type /ObjStm"), "DOC108"),
        ["a script behind a text that does not end"] = (() => InventedFiles.Pdf(beside: "9 0 obj << /T ( /S /Launch >> endobj\n"), "DOC108"),
        ["a lock"] = (() => InventedFiles.Pdf(beside: "9 0 obj << /Encrypt 5 0 R >> endobj\n"), "DOC109"),
        ["a file in it"] = (() => InventedFiles.Pdf(beside: "9 0 obj << /Type /EmbeddedFile >> endobj\n"), "DOC110"),
        ["a bomb in a PDF"] = (() => InventedFiles.Pdf(stream: InventedPng.Packed(new byte[201_000_000])), "DOC111"),
        ["a bomb in a PNG"] = (() => InventedFiles.Png(2, 2, InventedPng.Packed(new byte[100_000])), "DOC111"),
    };

    [Fact]
    public async Task Keeps_a_file_and_gives_back_the_same_bytes()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var file = InventedFiles.Pdf(pages: 3);

        var document = (await Add(clinic, patient, file)).Value!;
        var opened = await clinic.As(Role.Nurse, (DocumentDesk desk) => desk.Open(patient, document.Id, default));

        Assert.Equal((FileFormat.Pdf, 3, "ECG before"), (document.Format, document.Pages, document.Title));
        Assert.Equal(file, opened.Value);
    }

    [Fact]
    public async Task Lets_a_newer_version_stand_for_it_and_marks_an_error_with_its_reason()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);
        var first = (await Add(clinic, patient, InventedFiles.Pdf())).Value!;

        var second = (await Add(clinic, patient, InventedFiles.Pdf(2), replaces: first.Id)).Value!;
        Assert.Equal(["DOC115"], Codes(await Add(clinic, patient, InventedFiles.Pdf(3), replaces: first.Id)));
        Assert.Equal(["DOC117"], Codes(await Mark(clinic, patient, second, " ")));
        await Mark(clinic, patient, second, "Somebody else's.");

        var all = await clinic.As(Role.Nurse, (DocumentDesk desk) => desk.Of(patient, default));
        Assert.All(all, one => Assert.False(one.Counts));
        Assert.Equal(("Somebody else's.", true), (all.Single(one => one.Id == second.Id).Error!.Because, all.Single(one => one.Id == first.Id).IsReplaced));
        Assert.Equal(["DOC118"], Codes(await Mark(clinic, patient, second, "Again.")));
    }

    [Fact]
    public async Task Says_all_that_is_missing_at_once_and_keeps_nothing()
    {
        await using var clinic = await ClinicInMemory.Open();
        var patient = await ChairInMemory.TakenIn(clinic);

        var refused = await clinic.As(Role.FrontDesk, (DocumentDesk desk) => desk.Add(patient, new(Guid.CreateVersion7()), new() { On = new(2027, 1, 1) }, default, default));

        Assert.Equal(["DOC101", "DOC112", "DOC113", "DOC114"], Codes(refused));
        Assert.Empty(await clinic.As(Role.Nurse, (DocumentDesk desk) => desk.Of(patient, default)));
    }

    [Fact]
    public async Task Opens_to_nobody_who_reads_no_charts_and_not_under_another_patient()
    {
        await using var clinic = await ClinicInMemory.Open();
        var (patient, other) = (await ChairInMemory.TakenIn(clinic), await ChairInMemory.TakenIn(clinic, "Ada"));
        var document = (await Add(clinic, patient, InventedFiles.Pdf())).Value!;

        Assert.Equal(["WEB150"], Codes(await clinic.As(Role.FrontDesk, (DocumentDesk desk) => desk.Open(patient, document.Id, default))));
        Assert.Equal(["DOC116"], Codes(await clinic.As(Role.Nurse, (DocumentDesk desk) => desk.Open(other, document.Id, default))));
    }

    [Fact]
    public void Writes_a_picture_anew_without_place_and_whatever_follows_it()
    {
        byte[] jpeg = [.. InventedFiles.Jpeg(), .. "<script>"u8], png = [.. InventedFiles.Png(beside: [("tEXt", "GPS 41.88 N"u8.ToArray())]), .. "PK<script>"u8];

        foreach (var kept in new[] { jpeg, png }.Select(file => FileInspection.Of(file, Terms).Value!.Bytes))
        {
            Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
            Assert.DoesNotContain("script", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
            Assert.Equal(kept, FileInspection.Of(kept, Terms).Value!.Bytes);
        }
    }

    [Fact]
    public void Keeps_which_way_a_picture_is_up()
    {
        var kept = FileInspection.Of(InventedFiles.Jpeg(), Terms).Value!.Bytes;

        Assert.Equal([0xFF, 0xE1], kept[2..4]);
        Assert.Equal(6, kept[2 + 4 + 6 + 8 + 2 + 9]);
    }

    public static TheoryData<string> Hostile => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Refuses_what_hides_something(string what)
    {
        var (file, code) = Made[what];
        var refused = FileInspection.Of(file(), Terms);

        Assert.True(refused.Refusals is [{ At: "file" } one] && one.Code == code, $"{what}: {string.Join(", ", Codes(refused))}");
    }

    [Fact]
    public void Refuses_more_than_the_clinic_allows() =>
        Assert.Equal(["DOC102"], Codes(FileInspection.Of(new byte[(Terms.LargestFile * 1_000_000) + 1], Terms)));

    [Theory]
    [InlineData("(/JavaScript is only a word here)")]
    [InlineData("% /JavaScript in a comment\n")]
    public void Takes_words_for_words(string beside) =>
        Assert.Empty(Codes(FileInspection.Of(InventedFiles.Pdf(beside: $"9 0 obj << /T {beside} >> endobj\n"), Terms)));

    private static Task<Outcome<Document>> Add(ClinicInMemory clinic, Id<Patient> patient, byte[] file, Id<Document>? replaces = null) =>
        clinic.As(Role.FrontDesk, (DocumentDesk desk) => desk.Add(patient, new(Guid.CreateVersion7()), new() { Type = "ecg", Title = "ECG before", On = new(2026, 2, 1), Replaces = replaces }, file, default));

    private static Task<Outcome<Document>> Mark(ClinicInMemory clinic, Id<Patient> patient, Document document, string because) =>
        clinic.As(Role.Nurse, (DocumentDesk desk) => desk.MarkError(patient, document.Id, because, default));

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
