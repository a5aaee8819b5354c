using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Leaving;

/// <summary>After the patient has left.</summary>
public static class HomeVerbs
{
    extension(Session session)
    {
        /// <summary>When the patient left with the escort; null while they have not, and when others took over the care.</summary>
        public DateTimeOffset? LeftAt => session.Last<Discharged>()?.HappenedAt;

        /// <summary>When the patient was at home, and who said so.</summary>
        public JournalEntry? Home => session.Last<ArrivedHome>();

        /// <summary>Also when the record is signed: it is signed before the patient can be at home.</summary>
        public Outcome<IReadOnlyList<SessionEvent>> ArriveHome(Act act, ArrivedHome home) => session.Decide(
            act,
            home,
            Unless(session.LeftAt is not null, "SES200", "The patient has not been discharged."),
            Unless(session.Home is null, "SES201", "It is recorded that the patient is at home; if that is wrong, correct it."),
            Unless(session.LeftAt is not { } left || act.HappenedAt >= left, "SES202", Sentence.Of("The patient left only at {left}.", ("left", session.LeftAt ?? act.HappenedAt)), "happenedAt"),
            Unless(home.SaidBy != Teller.SomebodyElse || IsSaid(home.Name), "SES203", "Write down who said so.", "name"));
    }
}
