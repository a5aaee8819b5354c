using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Scheduling;
using Mooring.Content.Library;
using Mooring.Practice.Access;
using Mooring.Storage;

namespace Mooring.Practice.Scheduling;

/// <summary>A feed that was just made, with the token of its address: it is shown once and never again.</summary>
public sealed record MadeFeed(Feed What, string Token);

/// <summary>
/// Makes and takes back secret addresses of calendars. Whoever has one reads when a chair, a room or a person is taken, and nothing of
/// anybody's health or name; so it needs no sign-in.
/// </summary>
public sealed class FeedDesk(MooringDb db, BookReading reading, BookingContent content, TimeProvider clock)
{
    public const int LongestName = 60;

    private const int TokenBytes = 32;
    private const int TokenLetters = 43;
    private const int MostForEach = 5;

    // A calendar shows what was, and what comes.
    private static readonly TimeSpan Back = TimeSpan.FromDays(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400);

    /// <summary>Those that open something: one's own, and with the right to manage chairs all of the clinic.</summary>
    public async Task<IReadOnlyList<Feed>> All(CancellationToken cancel)
    {
        var (me, all) = (db.Acting().Id, db.Acting().May(Right.ManageChairs) || db.Acting().May(Right.ManageStaff));
        return [.. (await db.Set<FeedRow>().AsNoTracking().Where(row => row.RevokedAt == null && (all || row.ResourceId == me)).OrderBy(row => row.At).ToListAsync(cancel)).Select(row => row.AsFeed())];
    }

    /// <summary>
    /// A new address for one's own appointments, or, with the right to manage chairs, for a chair, a room or a thing. Refusals: WEB150,
    /// SCH160 for what is not in the book, SCH161 its name, SCH162 too many.
    /// </summary>
    public async Task<Outcome<MadeFeed>> Make(Id<Resource> resource, string? name, CancellationToken cancel)
    {
        var isOwn = db.Acting().Id == resource.Value;
        if (db.Unless(isOwn ? Right.WorkHere : Right.ManageChairs) is { } notTheirs)
            return notTheirs;
        var called = name?.Trim() ?? "";
        if ((await reading.Resources(cancel)).FirstOrDefault(one => one.Id == resource) is not { } known || (!isOwn && known.IsPerson))
            return new Refusal("SCH160", "There is no such calendar that you may give away. People make their own.", "resource");
        if (called.Length is 0 or > LongestName)
            return new Refusal("SCH161", $"Say what it is for, such as “phone”, in {LongestName} letters at most.", "name");
        if (await db.Set<FeedRow>().CountAsync(row => row.ResourceId == resource.Value && row.RevokedAt == null, cancel) >= MostForEach)
            return new Refusal("SCH162", $"There are {MostForEach} addresses for this calendar already. Take one back first.", "name");
        var (now, token) = (clock.GetUtcNow(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)));
        var row = new FeedRow { Id = Id<Feed>.New(now), TokenHash = LinkDesk.Hash(token), ResourceId = resource.Value, Name = called, By = db.Acting(), At = now };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return new MadeFeed(row.AsFeed(), token);
    }

    /// <summary>The address opens nothing from now on. Refusals: WEB150, SCH163 for one that is not there.</summary>
    public async Task<Outcome<Feed>> Revoke(Id<Feed> id, CancellationToken cancel)
    {
        if (db.Unless(Right.WorkHere) is { } notAtAll)
            return notAtAll;
        var row = await db.Set<FeedRow>().SingleOrDefaultAsync(one => one.Id == id && one.RevokedAt == null, cancel);
        if (row is not null && row.ResourceId != db.Acting().Id && db.Unless(Right.ManageChairs) is { } notTheirs && db.Unless(Right.ManageStaff) is not null)
            return notTheirs;
        if (row is null)
            return new Refusal("SCH163", "This address was taken back already, or there is none.");
        row.RevokedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return row.AsFeed();
    }

    /// <summary>The calendar behind an address, in whichever clinic; null for one that opens nothing, whatever the reason.</summary>
    public async Task<string?> Read(string? token, CancellationToken cancel)
    {
        if (token is not { Length: TokenLetters })
            return null;
        var hash = LinkDesk.Hash(token);
        if (await db.Set<FeedRow>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.RevokedAt == null, cancel) is not { } feed)
            return null;
        db.ClinicScope.Enter(feed.ClinicId, null);
        var resources = await reading.Resources(cancel);
        if (resources.FirstOrDefault(one => one.Id.Value == feed.ResourceId) is not { IsRetired: false } resource)
            return null;
        var now = clock.GetUtcNow();
        var (from, until, kept) = (now - Back, now + Ahead, now - content.Terms.CanceledInFeed.Time);
        var rows = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.Start < until && (row.State == AppointmentState.Canceled ? row.ChangedAt > kept : row.End > from)).OrderBy(row => row.Start).ToListAsync(cancel);
        return CalendarWriter.Write(await reading.Clinic(cancel), resource, resources, [.. rows.Where(row => row.Uses.Any(use => use.Resource == resource.Id))], now);
    }
}
