using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Vitals;
using Mooring.Content.Library;
using Mooring.Storage;
using Mooring.Storage.Telemetry;

namespace Mooring.Practice.Devices;

/// <summary>What somebody decides about a code after review.</summary>
public sealed record MappingForm
{
    /// <summary>The sign and how it is measured, as <c>hr/ecg</c>.</summary>
    public string? Sign { get; init; }

    /// <summary>The unit of the table that the sent unit is.</summary>
    public string? Unit { get; init; }

    /// <summary>For all devices of the profile, instead of this one only.</summary>
    public bool ForProfile { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A mapping as it is listed.</summary>
public sealed record KeptMapping(Guid Id, string Scope, CodeMapping Says, string Reason, string MappedBy, DateTimeOffset MappedAt, string? EndedBy, DateTimeOffset? EndedAt);

/// <summary>A line that was kept apart, with all that is needed to decide about its code.</summary>
/// <param name="Text">Null when there is no code to map.</param>
/// <param name="Profile">The profile of its device.</param>
/// <param name="Alike">How many lines with this code and unit wait, of this device.</param>
public sealed record ApartLine(KeptApart Kept, ResultText? Text, string? Profile, int Alike, KeptMapping? Mapping);

/// <summary>Maps codes that were kept apart, after review. Every decision has a name, a reason and a trail, and can be ended.</summary>
public sealed class MappingDesk(MooringDb db, ClinicalLibrary library, DeviceBookEditions editions, TimeProvider clock)
{
    private const int ShortestReason = 5;

    /// <summary>The ways in which a value can be measured, by sign.</summary>
    public IReadOnlyList<DeviceSign> Signs => library.DeviceCodes!.Signs;

    public IReadOnlyList<DeviceUnit> Units => library.DeviceCodes!.Units;

    /// <summary>A line that was kept apart; null when it is not in this clinic.</summary>
    public async Task<ApartLine?> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Set<QuarantineRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
            return null;
        var text = ResultText.Of(row.Raw);
        var profile = await db.Set<DeviceRow>().AsNoTracking().Where(device => device.Name == row.Device).Select(device => device.Profile).SingleOrDefaultAsync(cancel);
        var alike = text is null ? [] : await Waiting(text, row.Device, cancel);
        var mapping = text is null ? null : await InForce(text, row.Device, profile, cancel);
        return new(ReadingsBook.AsApart(row), text, profile, alike.Count, mapping);
    }

    /// <summary>All mappings, those in force first.</summary>
    public async Task<IReadOnlyList<KeptMapping>> All(CancellationToken cancel) =>
        [.. (await db.Set<CodeMappingRow>().AsNoTracking().OrderByDescending(row => row.MappedAt).ToListAsync(cancel)).Select(Kept).OrderBy(one => one.EndedAt is not null)];

    /// <summary>Says what the code of this line means, from now on.</summary>
    public async Task<Outcome<Guid>> Map(Guid id, MappingForm form, CancellationToken cancel)
    {
        if (db.Unless(Right.MapDeviceCodes) is { } notTheirs)
            return notTheirs;
        if (await Find(id, cancel) is not { } line)
            return new Refusal("STO134", "There is no such line in this clinic.");
        List<Refusal> refusals = [.. Refusals(line, form)];
        if (refusals.Count > 0)
            return Outcome<Guid>.Refuse(refusals);

        var now = clock.GetUtcNow();
        var (sign, method) = Split(form.Sign!);
        var row = new CodeMappingRow
        {
            Id = Guid.CreateVersion7(now),
            Scope = form.ForProfile ? MappingScope.Profile(line.Profile!) : MappingScope.Device(line.Kept.Device!),
            Code = line.Text!.Code,
            Unit = line.Text.Unit,
            Sign = sign,
            Method = method,
            UnitId = form.Unit!,
            Reason = form.Reason!.Trim(),
            MappedBy = db.ClinicScope.Actor!.Name,
            MappedAt = now,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return row.Id;
    }

    /// <summary>Ends a mapping: its code is kept apart again. What was filed by it stays, with its name.</summary>
    public async Task<Outcome<Guid>> End(Guid id, CancellationToken cancel)
    {
        if (db.Unless(Right.MapDeviceCodes) is { } notTheirs)
            return notTheirs;
        if (await db.Set<CodeMappingRow>().SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancel) is not { } row)
            return new Refusal("STO136", "This mapping is not in force any more.");
        (row.EndedAt, row.EndedBy) = (clock.GetUtcNow(), db.ClinicScope.Actor!.Name);
        await db.SaveChangesAsync(cancel);
        editions.Changed(db.Clinic);
        return id;
    }

    internal async Task<IReadOnlyList<QuarantineRow>> Waiting(ResultText text, string? device, CancellationToken cancel) =>
    [
        .. (await db.Set<QuarantineRow>().AsNoTracking().Where(row => row.Device == device && row.FiledAt == null && row.Raw.Contains(text.Code)).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).ToListAsync(cancel))
            .Where(row => ResultText.Of(row.Raw) is { } other && other.Code == text.Code && other.Unit == text.Unit),
    ];

    private IEnumerable<Refusal> Refusals(ApartLine line, MappingForm form)
    {
        if (line.Text is null)
            yield return new("STO135", "This is not a single result with a code; there is nothing to map.");
        if (line.Kept.Device is null)
            yield return new("STO150", "The line names no device; nobody could say for whom the mapping holds.");
        if (line.Mapping is not null)
            yield return new("STO137", "This code is mapped already; end that mapping first.");
        var (code, method) = Split(form.Sign ?? "");
        var sign = Signs.FirstOrDefault(one => one.Sign.Code == code && one.Method == method);
        if (sign is null)
            yield return new("STO138", "Choose what it measures.", "sign");
        if (string.IsNullOrEmpty(form.Unit) || (sign is not null && !sign.Units.Contains(form.Unit)))
            yield return new("STO139", sign is null ? "Choose its unit." : $"{sign.Sign.Name} is not filed in that unit.", "unit");
        if (form.ForProfile && line.Profile is null)
            yield return new("STO140", "This device has no profile; map the code for this device only.", "for");
        if ((form.Reason ?? "").Trim().Length < ShortestReason)
            yield return new("STO184", "Say why: how it is known that this code means this.", "reason");
    }

    private async Task<KeptMapping?> InForce(ResultText text, string? device, string? profile, CancellationToken cancel)
    {
        string[] scopes = [MappingScope.Device(device ?? ""), MappingScope.Profile(profile ?? "")];
        var row = await db.Set<CodeMappingRow>().AsNoTracking()
            .FirstOrDefaultAsync(one => one.EndedAt == null && one.Code == text.Code && one.Unit == text.Unit && scopes.Contains(one.Scope), cancel);
        return row is null ? null : Kept(row);
    }

    private static KeptMapping Kept(CodeMappingRow row) =>
        new(row.Id, row.Scope, row.AsMapping(), row.Reason, row.MappedBy, row.MappedAt, row.EndedBy, row.EndedAt);

    private static (string Sign, string Method) Split(string both) => both.Split('/') is [var sign, var method] ? (sign, method) : ("", "");
}
