using Mooring.Clinical;
using Mooring.Clinical.Sessions;

namespace Mooring.Tests.Clinical.Sessions;

internal static class Refused
{
    /// <summary>It was refused, and this is among the reasons.</summary>
    public static Refusal With(string code, Outcome<IReadOnlyList<SessionEvent>> outcome)
    {
        Assert.Contains(code, outcome.Refusals.Select(refusal => refusal.Code));
        return outcome.Refusals.First(refusal => refusal.Code == code);
    }
}
