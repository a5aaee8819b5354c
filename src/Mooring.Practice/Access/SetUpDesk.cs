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

    public async Task<Outcome<StaffRow>> SetUp(string token, SetUpForm form, CancellationToken cancel)
    {
        if (await links.Find(LinkKind.SetUp, token, cancel) is not { } link)
            return new Refusal("WEB116", "This set-up link was used or has expired. Restart the server for a new one.");
        if (await staff.HasAnyClinic(cancel))
            return HasOne;
        if (string.IsNullOrWhiteSpace(form.Clinic) || form.Clinic.Trim().Length > IdentityChange.NameLength)
            return new Refusal("WEB117", $"Name the clinic, in {IdentityChange.NameLength} letters at most.", "clinic");
        if (ClinicZone.Read(form.TimeZone) is not { } zone)
            return new Refusal("WEB118", "That time zone is not known. Write it as America/Chicago.", "timeZone");

        var phone = ClinicPhone.Read(form.Phone);
        if (!phone.IsDone)
            return Outcome<StaffRow>.Refuse(phone.Refusals);

        await using var all = await db.Database.BeginTransactionAsync(cancel);
        db.ClinicScope.Enter(link.ClinicId, null);
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
