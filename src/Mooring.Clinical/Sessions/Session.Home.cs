using Mooring.Clinical.Sessions.Events;

namespace Mooring.Clinical.Sessions;

/// <content>After she has left.</content>
public sealed partial class Session
{
    /// <summary>When she left with her escort; null while she has not, and when others took over her care.</summary>
    public DateTimeOffset? LeftAt => Last<Discharged>()?.HappenedAt;

    /// <summary>When she was at home, and who said so.</summary>
    public JournalEntry? Home => Last<ArrivedHome>();

    /// <summary>Also when the record is signed: it is signed before she can be at home.</summary>
    public Outcome<IReadOnlyList<SessionEvent>> ArriveHome(Act act, ArrivedHome home) => Decide(
        act,
        home,
        Unless(LeftAt is not null, "SES200", "She has not been discharged."),
        Unless(Home is null, "SES201", "It is recorded that she is at home; if that is wrong, correct it."),
        Unless(LeftAt is not { } left || act.HappenedAt >= left, "SES202", $"She left only at {(LeftAt is { } at ? Clock(at) : "")}.", "happenedAt"),
        Unless(home.SaidBy != Teller.SomebodyElse || IsSaid(home.Name), "SES203", "Write down who said so.", "name"));
}
