namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>As what somebody signs a record that two roles sign: each role once, and nobody twice.</summary>
public static class Signing
{
    /// <summary>The first of their roles that still has to sign; null when none has.</summary>
    public static Role? RoleOf(Session session, Actor by)
    {
        var signed = session.SignedBy;
        return session.Pack.Discharge.Signatures.Where(role => by.Is(role) && !signed.Contains(role)).Select(role => (Role?)role).FirstOrDefault();
    }

    /// <summary>Two signatures are two people's, whatever roles one of them has.</summary>
    public static bool HasSigned(Session session, Actor by) => session.Journal.Any(entry => entry.What is Signed && entry.By.Id == by.Id);
}
