using Microsoft.AspNetCore.Identity;
using Mooring.Practice.Settings;
using Mooring.Storage.Accounts;

namespace Mooring.Practice.Access.Accounts;

/// <summary>Refuses passwords that a stranger would try: the common ones, and the names of the clinic and of the person.</summary>
internal sealed class KnownPasswords(CurrentClinic clinic, SignInTerms terms) : IPasswordValidator<StaffRow>
{
    // Shorter names stand in too many good sentences.
    private const int ShortestName = 4;

    public async Task<IdentityResult> ValidateAsync(UserManager<StaffRow> manager, StaffRow user, string? password)
    {
        if (password is null)
            return IdentityResult.Success;
        if (password.Length > terms.LongestPassword)
            return Refuse("PasswordTooLong", $"The password has {password.Length} characters; {terms.LongestPassword} are the most.");
        if (CommonPasswords.Contains(password))
            return Refuse("PasswordIsCommon", "Many people use that password, or one like it, so it is tried first. A sentence of your own is good.");
        var here = await clinic.Find(CancellationToken.None);
        var names = new[] { here?.Name, user.FullName, user.UserName }.OfType<string>().SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(name))
            .Where(name => name.Length >= ShortestName).Select(Letters).Distinct().OrderByDescending(name => name.Length);
        // What is left when every name is taken out must still be a password.
        var left = names.Aggregate(Letters(password), (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        return left.Count(char.IsLetter) < ShortestName && left.Length < terms.ShortestPassword && left != Letters(password)
            ? Refuse("PasswordIsName", "That password is hardly more than the name of the clinic or your own. Choose another.")
            : IdentityResult.Success;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static IdentityResult Refuse(string code, string says) => IdentityResult.Failed(new IdentityError { Code = code, Description = says });
}
