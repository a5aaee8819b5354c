using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mooring.Clinical;
using Mooring.Clinical.Journals;
using Mooring.Clinical.Sessions;
using Mooring.Demo;
using Mooring.Practice.Bedside;
using Mooring.Practice.Records;
using Mooring.Practice.Sessions;
using Mooring.Storage;
using Mooring.SystemTests.Clinics;

namespace Mooring.SystemTests.Faults;

/// <summary>Somebody with the database in hand changes a session's journal behind the product's back.</summary>
public class TamperedJournal
{
    private const int Notes = 6;

    public static TheoryData<Engine> Both => Engines.Both;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Breaks_where_one_bit_was_turned(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var session = await Written(clinic);
        var links = await Links(clinic, session);
        byte[] bytes = [.. links[3].Bytes.Span];
        bytes[^2] ^= 1;

        await Sql(clinic, $"""UPDATE journal SET "Bytes" = {bytes} WHERE "SubjectId" = {session.Value} AND "Seq" = 4""");

        Assert.Equal(4, (await Walk(clinic, session)).Break?.Seq);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Breaks_where_an_entry_was_deleted_even_when_the_rest_is_renumbered(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var session = await Written(clinic);

        await Sql(clinic, $"""DELETE FROM journal WHERE "SubjectId" = {session.Value} AND "Seq" = 4""");
        var gap = (await Walk(clinic, session)).Break;
        await Shift(clinic, session, from: 5, by: -1);
        var closed = (await Walk(clinic, session)).Break;

        Assert.Equal(4, gap?.Seq);
        Assert.Equal(4, closed?.Seq);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Breaks_where_two_entries_changed_places(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var session = await Written(clinic);
        var links = await Links(clinic, session);

        await Put(clinic, session, links[3] with { Seq = 5 });
        await Put(clinic, session, links[4] with { Seq = 4 });

        Assert.Equal(4, (await Walk(clinic, session)).Break?.Seq);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Breaks_after_an_entry_that_was_slipped_in_with_a_hash_that_fits(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var session = await Written(clinic);
        var links = await Links(clinic, session);
        byte[] bytes = [.. links[3].Bytes.Span];
        var hash = JournalChain.Hash(links[2].Hash.Span, 4, bytes);

        await Shift(clinic, session, from: 4, by: 1);
        await Sql(
            clinic,
            $"""
            INSERT INTO journal ("Subject", "SubjectId", "Seq", "EventId", "Bytes", "Hash", "ClinicId")
            VALUES ('session', {session.Value}, {4L}, {Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}, {bytes}, {hash}, {clinic.Clinic.Id.Value})
            """);

        Assert.Equal(5, (await Walk(clinic, session)).Break?.Seq);
    }

    // A chain has nothing after its end to miss it by. The head that a printed record names shows both, and so do
    // signed checkpoints: see AttackingTheRecord.
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Does_not_break_where_the_end_was_cut_off_but_no_longer_has_the_head_that_was_printed(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var session = await Written(clinic);
        var printed = (await Walk(clinic, session)).Head;

        await Sql(clinic, $"""DELETE FROM journal WHERE "SubjectId" = {session.Value} AND "Seq" > 5""");

        var cut = await Walk(clinic, session);
        Assert.Null(cut.Break);
        Assert.NotEqual(printed, cut.Head);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Does_not_break_when_all_was_hashed_anew_but_no_longer_has_the_head_that_was_printed(Engine engine)
    {
        await using var clinic = await TestClinic.Open(engine);
        var session = await Written(clinic);
        var printed = (await Walk(clinic, session)).Head;

        var before = JournalChain.Start;
        foreach (var link in await Links(clinic, session))
        {
            byte[] bytes = [.. link.Bytes.Span];
            bytes[^2] ^= (byte)(link.Seq == 4 ? 1 : 0);
            before = JournalChain.Hash(before.Span, link.Seq, bytes);
            await Put(clinic, session, new(link.Seq, bytes, before));
        }

        var anew = await Walk(clinic, session);
        Assert.Null(anew.Break);
        Assert.NotEqual(printed, anew.Head);
    }

    private static async Task<Id<Session>> Written(TestClinic clinic)
    {
        var seated = await clinic.Seat();
        for (var note = 1; note <= Notes; note++)
            await clinic.As(Role.Nurse, services => services.GetRequiredService<ChartingDesk>()
                .Note(seated.Session, new() { Text = $"Note {note}" }, Stamp.Now(), Cancel));
        var walked = await Walk(clinic, seated.Session);
        Assert.Null(walked.Break);
        Assert.Equal(Notes + 2, walked.Entries);
        return seated.Session;
    }

    private static Task<VerifiedJournal> Walk(TestClinic clinic, Id<Session> session) => clinic.As(
        Role.Nurse, async services => (await services.GetRequiredService<VerifyDesk>().Walk(session, Cancel)).Single());

    private static Task<IReadOnlyList<ChainLink>> Links(TestClinic clinic, Id<Session> session) => clinic.As(
        Role.Nurse, services => services.GetRequiredService<SessionJournal>().Links(session, Cancel));

    private static Task Put(TestClinic clinic, Id<Session> session, ChainLink link) => Sql(
        clinic,
        $"""UPDATE journal SET "Bytes" = {link.Bytes.ToArray()}, "Hash" = {link.Hash.ToArray()} WHERE "SubjectId" = {session.Value} AND "Seq" = {link.Seq}""");

    // By way of numbers that nobody has: the key allows no two entries the same, not even for a moment.
    private static async Task Shift(TestClinic clinic, Id<Session> session, long from, long by)
    {
        const long away = 1000;
        await Sql(clinic, $"""UPDATE journal SET "Seq" = "Seq" + {away} WHERE "SubjectId" = {session.Value} AND "Seq" >= {from}""");
        await Sql(clinic, $"""UPDATE journal SET "Seq" = "Seq" - {away - by} WHERE "SubjectId" = {session.Value} AND "Seq" > {away}""");
    }

    private static Task<int> Sql(TestClinic clinic, FormattableString sql) => clinic.As(
        Role.Manager, services => services.GetRequiredService<MooringDb>().Database.ExecuteSqlAsync(sql, Cancel));
}
