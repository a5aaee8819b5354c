namespace Mooring.Practice.Access.Accounts;

/// <summary>
/// How strictly this server lets people in: every number of it in one place. What stands here is for a clinic with real
/// people; a demonstration and the tests choose otherwise where they say so. NIST SP 800-63B-4 and OWASP ASVS 5.0 V6 are the ground.
/// </summary>
public sealed record SignInTerms
{
    /// <summary>Nobody gets further than setting one up without a second factor.</summary>
    public bool NeedsSecondFactor { get; init; } = true;

    /// <summary>A role that opens charts, or the say over staff, is confirmed by somebody else than who gave it.</summary>
    public bool NeedsSecondPerson { get; init; } = true;

    /// <summary>Characters. A password alone needs 15 (NIST); with anything longer than the most, hashing becomes work for strangers.</summary>
    public int ShortestPassword { get; init; } = 15;

    public int LongestPassword { get; init; } = 128;

    /// <summary>Wrong tries in a row at one account from one address, or from one workstation that the person signed in at before, until delays begin.</summary>
    public int FreeTries { get; init; } = 5;

    /// <summary>The same at one account from everywhere together; workstations that know the person are not counted.</summary>
    public int FreeTriesAtAccount { get; init; } = 50;

    /// <summary>The same from one address at all accounts together: a whole clinic may stand behind one.</summary>
    public int FreeTriesFromAddress { get; init; } = 30;

    /// <summary>The first delay; each further failure doubles it, up to the longest.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so long without a try the count begins anew.</summary>
    public TimeSpan ForgottenAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a link by which somebody comes in again works.</summary>
    public TimeSpan ResetLinkFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a used code is remembered: longer than any code is taken.</summary>
    public TimeSpan UsedCodeFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many recovery codes are made at once.</summary>
    public int RecoveryCodes { get; init; } = 10;

    /// <summary>Passkeys of one person; more are a store, not a way in.</summary>
    public int MostPasskeys { get; init; } = 10;

    /// <summary>The domain that passkeys are made for; null is the name by which the browser calls the server.</summary>
    public string? PasskeyDomain { get; init; }

    /// <summary>How long to wait after this many wrong tries in a row, of which so many are free.</summary>
    public TimeSpan DelayAfter(int failures, int free)
    {
        var beyond = failures - free;
        if (beyond <= 0)
            return TimeSpan.Zero;
        var growth = Math.Pow(2, Math.Min(beyond - 1, 30));
        return growth * FirstDelay < LongestDelay ? growth * FirstDelay : LongestDelay;
    }
}
