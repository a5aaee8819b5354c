using Microsoft.AspNetCore.Identity;

namespace Mooring.Practice.Access;

/// <summary>What is wrong with a user name or a password, in the words of the pages that ask for them.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError InvalidUserName(string? userName) =>
        Says(nameof(InvalidUserName), string.IsNullOrWhiteSpace(userName) ? "Choose a user name, of letters and digits." : $"A user name has letters and digits only; “{userName}” has others.");

    public override IdentityError DuplicateUserName(string userName) => Says(nameof(DuplicateUserName), $"Somebody has the user name “{userName}” already. Choose another.");

    public override IdentityError PasswordTooShort(int length) => Says(nameof(PasswordTooShort), $"The password needs {length} characters at least; a sentence is good.");

    private static IdentityError Says(string code, string says) => new() { Code = code, Description = says };
}
