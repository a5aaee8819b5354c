using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Protocols;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Storage;

namespace Mooring.Practice.Content;

/// <summary>
/// The protocols that this clinic works by. None of them is chosen for anybody: a prescriber chooses, or there is only one.
/// </summary>
public sealed class ProtocolsHere(MooringDb db, CourseContent content, ClinicalLibrary library, StaffDesk staff)
{
    /// <summary>Every one that may run where this clinic is, whatever its formulary and signatures say.</summary>
    public async Task<IReadOnlyList<Protocol>> MayRun(CancellationToken cancel)
    {
        var clinic = (await staff.Clinic(cancel))!;
        return [.. content.Protocols.Where(protocol => WhyNot(protocol, clinic) is null)];
    }

    /// <summary>What is offered: what may run here and is in the clinic's formulary; once the clinic has signed protocols, those of them that it signed.</summary>
    public async Task<IReadOnlyList<Protocol>> Offered(CancellationToken cancel)
    {
        var clinic = (await staff.Clinic(cancel))!;
        IReadOnlyList<Protocol> run = [.. (await MayRun(cancel)).Where(protocol => clinic.Offers(protocol.Id))];
        var signed = await Signed(cancel);
        return run.Where(signed.Contains).ToList() is { Count: > 0 } own ? own : run;
    }

    /// <summary>Why a protocol is not one of this clinic; null when it may be.</summary>
    public async Task<string?> WhyNot(Protocol protocol, CancellationToken cancel) => WhyNot(protocol, (await staff.Clinic(cancel))!);

    /// <summary>The one that is shown before anybody chose: the only one there is, or none.</summary>
    public static Protocol? Only(IReadOnlyList<Protocol> offered) => offered is [var only] ? only : null;

    private static string? WhyNot(Protocol protocol, Clinic clinic) =>
        protocol.NotRunHere?.Says ?? (Country.IsUnitedStates(clinic.TimeZone) ? protocol.NotInUnitedStates?.Says : null);

    private async Task<HashSet<Protocol>> Signed(CancellationToken cancel)
    {
        var files = content.Protocols.ToDictionary(protocol => LibraryFiles.ProtocolFile(protocol.Id), StringComparer.Ordinal);
        var names = files.Keys.ToList();
        var rows = await db.Set<SignatureRow>().AsNoTracking().Where(row => names.Contains(row.File)).Select(row => new { row.File, row.Hash }).ToListAsync(cancel);
        return [.. rows.Where(row => row.Hash == library.Review.Hashes.GetValueOrDefault(row.File)).Select(row => files[row.File])];
    }
}
