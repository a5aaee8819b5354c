using Mooring.Clinical;

namespace Mooring.Storage;

/// <summary>Whose clinic, and who acts, for the length of one request or one piece of work. Empty sees nothing.</summary>
public sealed class ClinicScope
{
    public Id<Clinic> Clinic { get; private set; }

    public Actor? Actor { get; private set; }

    public void Enter(Id<Clinic> clinic, Actor? actor) => (Clinic, Actor) = (clinic, actor);
}
