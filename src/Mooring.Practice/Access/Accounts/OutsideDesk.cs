using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Storage;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Who somebody of the clinic's identity provider is here. A manager says so; nobody is found by a name or an address.</summary>
public sealed class OutsideDesk(MooringDb db)
{
    /// <summary>The refusal of somebody whom no manager tied to anyone.</summary>
    public const string Untied = "ACC122";

    private const int SubjectLength = 200;

    /// <summary>Refusals: ACC122 nobody is tied to it; ACC102, ACC103 they may not come in now.</summary>
    public async Task<Outcome<StaffRow>> Find(string issuer, string subject, CancellationToken cancel)
    {
        var key = Key(issuer, subject);
        if (issuer.Length == 0 || subject.Length == 0 || await db.Set<StaffRow>().AsNoTracking().SingleOrDefaultAsync(row => row.OutsideSubject == key, cancel) is not { } staff)
            return new Refusal(Untied, "Nobody here is tied to that account. A manager ties it on the Staff page, under Reset.");
        return PasswordSignIn.Against(staff) is { } against ? against : staff;
    }

    /// <summary>
    /// Ties somebody to a subject of an issuer, or with null unties. Refusals: WEB150 who may, WEB123 nobody, ACC113 not for
    /// yourself, ACC123 it is no subject, ACC124 somebody else has it.
    /// </summary>
    public async Task<Outcome<StaffRow>> Tie(Guid id, string issuer, string? subject, CancellationToken cancel)
    {
        if (db.Unless(Right.ManageStaff) is { } refused)
            return refused;
        if (id == db.ClinicScope.Actor?.Id)
            return new Refusal("ACC113", "Nobody makes this for themselves. Another manager can; where there is none, the server's own machine: mooring user reset.");
        var typed = subject?.Trim();
        if (typed is { Length: 0 or > SubjectLength } || typed?.Any(char.IsWhiteSpace) == true)
            return new Refusal("ACC123", $"Type the subject as the provider shows it: {SubjectLength} letters at most, without blanks.", "subject");
        var clinic = db.Clinic;
        if (await db.Set<StaffRow>().SingleOrDefaultAsync(row => row.Id == id && row.ClinicId == clinic, cancel) is not { } staff)
            return new Refusal("WEB123", "There is no such person here.");
        var key = typed is null ? null : Key(issuer, typed);
        if (key is not null && await db.Set<StaffRow>().AnyAsync(row => row.OutsideSubject == key && row.Id != id, cancel))
            return new Refusal("ACC124", "Somebody else is tied to that subject.", "subject");
        staff.OutsideSubject = key;
        await db.SaveChangesAsync(cancel);
        return staff;
    }

    private static string Key(string issuer, string subject) => $"{issuer.TrimEnd('/')} {subject}";
}
