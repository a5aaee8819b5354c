using static Mooring.Clinical.Sessions.Deciding;

namespace Mooring.Clinical.Sessions.Bedside;

/// <summary>Somebody who is in the room.</summary>
public sealed record Present(string Name, string As, DateTimeOffset Since);

/// <summary>What is around the patient, and who.</summary>
public static class ComfortVerbs
{
    extension(Session session)
    {
        /// <summary>How things stand now, by kind.</summary>
        public IReadOnlyDictionary<string, ComfortChanged> Comfort =>
            session.Of<ComfortChanged>().GroupBy(changed => changed.What.Kind).ToDictionary(changes => changes.Key, changes => changes.Last().What);

        /// <summary>Who is in the room, the first to come first.</summary>
        public IReadOnlyList<Present> InTheRoom
        {
            get
            {
                List<Present> present = [];
                foreach (var entry in session.Told)
                {
                    if (entry.What is PersonLeft left)
                        present.RemoveAll(one => IsSameName(one.Name, left.Name));
                    if (entry.What is PersonCame came && !present.Any(one => IsSameName(one.Name, came.Name)))
                        present.Add(new(came.Name, came.As, entry.HappenedAt));
                }

                return present;
            }
        }

        public Outcome<IReadOnlyList<SessionEvent>> ChangeComfort(Act act, string kind, string says) => session.Decide(
            act,
            new ComfortChanged(kind, says),
            session.UnlessOpen(),
            Unless(IsSaid(kind) && IsSaid(says), "SES214", "Say what was changed.", "says"));

        public Outcome<IReadOnlyList<SessionEvent>> Comes(Act act, string name, string @as) => session.Decide(
            act,
            new PersonCame(name, @as),
            session.UnlessOpen(),
            Unless(IsSaid(name), "SES240", "Say who came.", "name"),
            Unless(IsSaid(@as), "SES241", "Say what this person is to the patient.", "as"),
            Unless(!session.InTheRoom.Any(one => IsSameName(one.Name, name)), "SES242", $"{name} is in the room already.", "name"));

        public Outcome<IReadOnlyList<SessionEvent>> Goes(Act act, string name) => session.Decide(
            act,
            new PersonLeft(name),
            session.UnlessOpen(),
            Unless(session.InTheRoom.Any(one => IsSameName(one.Name, name)), "SES243", $"{name} is not recorded as being in the room.", "name"));
    }

    private static bool IsSameName(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
