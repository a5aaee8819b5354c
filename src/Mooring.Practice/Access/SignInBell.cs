using System.Collections.Concurrent;

namespace Mooring.Practice.Access;

/// <summary>Tells what goes on by itself, such as a stream, that its sign-in has just ended on this server.</summary>
public sealed class SignInBell
{
    private readonly ConcurrentDictionary<object, (Guid SignIn, Action Ended)> listening = new();

    /// <summary>Calls back when this sign-in ends; until what is returned is disposed of.</summary>
    public IDisposable Listen(Guid signIn, Action ended)
    {
        var ear = new Ear(this);
        listening[ear] = (signIn, ended);
        return ear;
    }

    internal void Ring(Guid signIn)
    {
        foreach (var (_, one) in listening.Where(each => each.Value.SignIn == signIn))
            one.Ended();
    }

    private sealed class Ear(SignInBell bell) : IDisposable
    {
        public void Dispose() => bell.listening.TryRemove(this, out _);
    }
}
