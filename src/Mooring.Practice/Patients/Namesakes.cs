using Microsoft.EntityFrameworkCore;
using Mooring.Clinical;
using Mooring.Clinical.Patients;
using Mooring.Storage;

namespace Mooring.Practice.Patients;

/// <summary>Who here may be the person that somebody is about to take in.</summary>
internal static class Namesakes
{
    /// <summary>Those with the same name, however it is written, and the same birth date.</summary>
    public static async Task<IReadOnlyList<PatientRow>> Same(
        MooringDb db, string given, string family, DateOnly born, Id<Patient>? except, CancellationToken cancel)
    {
        var words = NameLetters.Words(given, family);
        return [.. (await Born(db, born, cancel)).Where(row => row.Id != except && NameLetters.AreSame(words, NameLetters.Words(row.GivenName, row.FamilyName)))];
    }

    /// <summary>
    /// Those who may be the same person: the same name with a birth date one slip of the hand apart; or the same birth
    /// date with a name that differs as a short form does, or, with the same phone, as a name after marriage does. A twin has
    /// another given name and is not one of them.
    /// </summary>
    public static async Task<IReadOnlyList<PatientRow>> Like(
        MooringDb db, string given, string family, DateOnly born, string? phone, CancellationToken cancel)
    {
        var words = NameLetters.Words(given, family);
        var sameName = db.Set<PatientRow>().AsNoTracking().Where(row => row.BirthDate != born && row.MergedInto == null);
        foreach (var word in words)
            sameName = sameName.Where(row => row.SoughtAs.Contains(word));
        return
        [
            .. (await Born(db, born, cancel)).Where(row => IsLike(words, row) || (IsSamePhone(phone, row.Phone) && IsShort(NameLetters.Word(given), NameLetters.Word(row.GivenName)))),
            .. (await sameName.ToListAsync(cancel)).Where(row => IsSlip(born, row.BirthDate) && NameLetters.AreSame(words, NameLetters.Words(row.GivenName, row.FamilyName))),
        ];

        bool IsLike(IReadOnlyList<string> words, PatientRow row)
        {
            var other = NameLetters.Words(row.GivenName, row.FamilyName);
            return NameLetters.AreSame(words, other) || (SharesAWord(family, row.FamilyName) && IsShort(NameLetters.Word(given), NameLetters.Word(row.GivenName)));
        }
    }

    /// <summary>
    /// MRG110: by a new name or birth date this may be somebody who is here already. Those who were like this person before were
    /// asked about then.
    /// </summary>
    public static async Task<IEnumerable<Refusal>> Asked(MooringDb db, PatientRow row, Patient changed, CancellationToken cancel) =>
        (row.GivenName, row.FamilyName, row.BirthDate) == (changed.GivenName, changed.FamilyName, changed.BirthDate) ? []
        : (await Like(db, changed.GivenName, changed.FamilyName, changed.BirthDate, changed.Phone, cancel)).Where(one => one.Id != row.Id).DistinctBy(one => one.Id)
            .Select(one => new Refusal("MRG110", $"{one.GivenName} {one.FamilyName}, born {one.BirthDate:yyyy-MM-dd}, is here already as {one.Number}. If this is one person, merge the two charts; if not, say below that this is another person.", "isAnother"));

    // Two of day, month and year are the same, or day and month changed places.
    private static bool IsSlip(DateOnly one, DateOnly other) =>
        (one.Year == other.Year && (one.Month == other.Month || one.Day == other.Day || (one.Day == other.Month && one.Month == other.Day)))
        || (one.Month == other.Month && one.Day == other.Day);

    private static Task<List<PatientRow>> Born(MooringDb db, DateOnly born, CancellationToken cancel) =>
        db.Set<PatientRow>().AsNoTracking().Where(row => row.BirthDate == born && row.MergedInto == null).OrderBy(row => row.Number).ToListAsync(cancel);

    private static bool SharesAWord(string one, string other) =>
        NameLetters.Words(one.Split('-')).Intersect(NameLetters.Words(other.Split('-')), StringComparer.Ordinal).Any();

    // Sam and Samuel, Anne and Anne-Marie; an empty one is the only name of somebody who has one.
    private static bool IsShort(string one, string other) => one.Length > other.Length ? IsShort(other, one)
        : other.StartsWith(one, StringComparison.Ordinal) && other[one.Length..].All(char.IsLetter);

    private static bool IsSamePhone(string? one, string? other) => Digits(one) is { Length: > 0 } digits && digits == Digits(other);

    private static string Digits(string? phone) => string.Concat((phone ?? "").Where(char.IsAsciiDigit));
}
