using Mooring.Clinical;
using Mooring.Clinical.Locking;

namespace Mooring.Storage;

/// <summary>Whose clinic, and who acts, for the length of one request or one piece of work. Empty sees nothing.</summary>
public sealed class ClinicScope
{
    public Id<Clinic> Clinic { get; private set; }

    public Actor? Actor { get; private set; }

    /// <summary>The sign-in by which the person acts; null where nobody signed in.</summary>
    public Guid? SignIn { get; private set; }

    /// <summary>The screen is locked: whoever acts was not asked who they are.</summary>
    public LockedScreen? Locked { get; private set; }

    public void Enter(Id<Clinic> clinic, Actor? actor) => (Clinic, Actor) = (clinic, actor);

    /// <summary>By which sign-in, and whether its screen is locked.</summary>
    public void On(Guid signIn, LockedScreen? locked) => (SignIn, Locked) = (signIn, locked);
}
