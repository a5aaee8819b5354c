using Mooring.Clinical;
using Mooring.Clinical.Settings;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access;

/// <summary>What the first visitor of a new server types.</summary>
public sealed record SetUpForm
{
    public string Clinic { get; init; } = "";

    public string TimeZone { get; init; } = "America/New_York";

    /// <summary>For patients to call; may be left empty and written later.</summary>
    public string Phone { get; init; } = "";

    public string FullName { get; init; } = "";

    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The same password once more: a slip in it would lock the only manager out.</summary>
    public string Again { get; init; } = "";
}

/// <summary>Founds a clinic and its first manager from a set-up link, all or nothing.</summary>
public sealed class SetUpDesk(MooringDb db, LinkDesk links, StaffDesk staff)
{
    private static readonly Refusal HasOne = new("WEB121", "This server has its clinic already. Ask its manager for an invitation.");

    private static readonly TimeSpan LinkValidFor = TimeSpan.FromDays(1);

    /// <summary>A new one-time set-up link's token, when there is no clinic yet; else null.</summary>
    public async Task<string?> FirstLink(CancellationToken cancel)
    {
        if (await staff.HasAnyClinic(cancel))
            return null;
        // The link must belong to some clinic, and there is none: this id stands for "the one to come".
        db.ClinicScope.Enter(new(new Guid("00000000-0000-0000-0000-000000000001")), null);
        return (await links.Make(LinkKind.SetUp, Guid.Empty, LinkValidFor, cancel)).Value;
    }

    /// <summary>Whether this link still makes a clinic, and whether the server has one already.</summary>
    public async Task<(bool IsLive, bool HasClinic)> State(string token, CancellationToken cancel) =>
        (await links.Find(LinkKind.SetUp, token, cancel) is not null, await staff.HasAnyClinic(cancel));

    /// <summary>The clinic with its first manager, or everything that stands against it. Refusals: WEB110, WEB114, WEB116 to WEB118, WEB121, WEB133.</summary>
    public async Task<Outcome<StaffRow>> SetUp(string token, SetUpForm form, CancellationToken cancel)
    {
        if (await links.Find(LinkKind.SetUp, token, cancel) is not { } link)
            return new Refusal("WEB116", "This set-up link was used or has expired. Restart the server for a new one.");
        if (await staff.HasAnyClinic(cancel))
            return HasOne;

        db.ClinicScope.Enter(link.ClinicId, null);
        var phone = ClinicPhone.Read(form.Phone);
        List<Refusal> refused = [];
        if (string.IsNullOrWhiteSpace(form.Clinic) || form.Clinic.Trim().Length > IdentityChange.NameLength)
            refused.Add(new("WEB117", $"Name the clinic, in {IdentityChange.NameLength} letters at most.", "clinic"));
        var zone = ClinicZone.Read(form.TimeZone);
        if (zone is null)
            refused.Add(new("WEB118", "That time zone is not known. Write it as America/Chicago.", "timeZone"));
        refused.AddRange(phone.Refusals);
        refused.AddRange(await staff.Against(form.FullName, form.UserName, form.Password, form.Again));
        if (zone is null || !phone.IsDone || refused.Count > 0)
            return Outcome<StaffRow>.Refuse(refused);

        await using var all = await db.Database.BeginTransactionAsync(cancel);
        // Whoever comes in the same moment, by this link or another, waits here for the end of it, and then finds a clinic.
        await links.Hold(LinkKind.SetUp, cancel);
        if (await staff.HasAnyClinic(cancel))
            return HasOne;
        links.Use(link);
        await db.SaveChangesAsync(cancel);
        await staff.Found(form.Clinic.Trim(), zone, isDemo: false, cancel, phone.Value.Number);
        var manager = await staff.Add(form.FullName, form.UserName, Role.Manager, cancel);
        if (!manager.IsDone)
            return manager;
        var joined = await staff.Join((await staff.InvitationFor(manager.Value, cancel)).Value!, form.Password, cancel);
        if (joined.IsDone)
            await all.CommitAsync(cancel);
        return joined;
    }
}
