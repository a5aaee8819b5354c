using FsCheck;
using FsCheck.Fluent;
using Mooring.Clinical.Courses;
using Mooring.Clinical.Surveillance;

namespace Mooring.Tests.Clinical.Courses;

/// <summary>Courses of one patient over years, with plan changes, pauses, stops and maintenance in any order: every count is right on every day.</summary>
public class CoursesOverYears
{
    private const int Runs = 150;
    private static readonly string[] Protocols = ["TRD-IV-STD", "TRD-ESK-IN", "KAP-IM"];

    [Fact]
    public void Count_what_was_held_and_only_that() => Always((care, _) =>
    {
        Assert.Equal(care.Tally.Select(course => course.Select(held => held.At)), care.Courses.Select(course => course.Held));
        foreach (var (tally, course) in care.Tally.Zip(care.Courses))
        {
            Assert.All(course.Phases.Index(), phase => Assert.Equal(tally.Count(held => held.Phase == phase.Index), course.HeldIn(phase.Index)));
            Assert.True(course.Planned >= course.Held.Count);
        }

        Assert.True(care.Courses.SkipLast(1).All(course => !course.GoesOn), "Two courses go on.");
    });

    [Fact]
    public void Lay_out_what_is_left_numbered_on_and_nothing_while_paused_or_ended() => Always((care, _) =>
    {
        if (care.Last is not { } course)
            return;
        Assert.Equal(Enumerable.Range(course.Held.Count + 1, care.Open.Count), care.Open.Select(visit => visit.Session));
        Assert.Equal(care.Open.Select(visit => visit.Phase).Order(), care.Open.Select(visit => visit.Phase));
        if (course.State != CourseState.Active)
            Assert.Empty(care.Open);
        else if (course.Maintenance is null)
            Assert.Equal(course.Planned - course.Held.Count, care.Open.Count);
        else
            Assert.All(care.Open, visit => Assert.Equal(course.MaintenancePhase, visit.Phase));
    });

    [Fact]
    public void Speak_at_the_checkpoints_of_the_course_and_of_its_phase() => Always((care, _) =>
    {
        if (care.Last is not { } course || course.Held.Count == 0)
            return;
        var said = Checkpoints.After(Content.Protocol(course.ProtocolId), course, null).Select(prompt => prompt.Checkpoint.Id).ToHashSet();

        Assert.Equal(care.Tally[^1].Count == 2, said.Contains("after-2") || (course.ProtocolId == "KAP-IM" && care.Tally[^1].Count == 2));
        Assert.Equal(course.Held.Count == course.PlannedIn(0), said.Contains("end-of-induction"));
    });

    [Fact]
    public void Ask_weekly_in_the_induction_and_monthly_after_it() => Always((care, answered) =>
    {
        var (weekly, monthly) = (new Timing { After = CountedFrom.InductionBegan, Every = TimeSpan.FromDays(7) }, new Timing { After = CountedFrom.InductionEnded, Every = TimeSpan.FromDays(30) });
        var course = care.Courses.LastOrDefault(each => each.Held.Count > 0);
        var isElsewhere = care.Last?.State == CourseState.TransferredOut;
        var (began, ended) = course is null ? (null, null) : ((DateTimeOffset?)Held(care, course)[0].At, InductionEnded(care, course));

        Assert.Equal(!isElsewhere && began is { } first && ended is null && DueDays(care.Now, first, answered) >= 7, weekly.DueSince(care.Care, answered, care.Now) is not null);
        Assert.Equal(!isElsewhere && ended is { } end && DueDays(care.Now, end, answered) >= 30, monthly.DueSince(care.Care, answered, care.Now) is not null);
    });

    [Fact]
    public void Ask_for_a_baseline_until_the_first_session_of_each_course() => Always((care, answered) =>
    {
        var intake = new Timing { After = CountedFrom.Referral, Within = TimeSpan.FromDays(14) };
        var awaits = care.Last is null || care.Tally.All(course => course.Count == 0) || (care.Last.GoesOn && care.Tally[^1].Count == 0);
        var isFresh = answered is { } at && (care.Now - at).TotalDays <= 14;

        Assert.Equal(awaits && care.Last?.State != CourseState.TransferredOut && !isFresh, intake.DueSince(care.Care, answered, care.Now) is not null);
    });

    // Told from the tally: as many as its plan lays out, a session of a later phase, or an end.
    private static DateTimeOffset? InductionEnded(InventedCare care, Course course)
    {
        var held = Held(care, course);
        var induction = held.Where(each => each.Phase == 0).Select(each => each.At).ToList();
        if (induction.Count >= course.PlannedIn(0) || held.Count > induction.Count)
            return induction[^1];
        return course.Events.LastOrDefault(step => step.Act is CourseAct.StoppedEarly or CourseAct.Completed or CourseAct.TransferredOut)?.At;
    }

    private static List<(DateTimeOffset At, int Phase)> Held(InventedCare care, Course course) => care.Tally[care.Courses.Select(each => each.Id).ToList().IndexOf(course.Id)];

    private static double DueDays(DateTimeOffset now, DateTimeOffset start, DateTimeOffset? answered) => (now - (answered > start ? answered.Value : start)).TotalDays;

    // Days pass one by one; whatever holds, holds on each of them.
    private static void Always(Action<InventedCare, DateTimeOffset?> holds)
    {
        var steps = Gen.Choose(0, 15).SelectMany(act => Gen.Choose(0, 12).Select(number => (act, number))).ListOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(50), Prop.ForAll(steps, script =>
        {
            var (care, answered) = (new InventedCare(), (DateTimeOffset?)null);
            foreach (var (act, number) in script)
            {
                switch (act)
                {
                    case <= 1: care.Sign(Protocols[number % 3], number % 4 == 0 ? 4 + number : null); break;
                    case <= 8: care.Hold(); break;
                    case 9: care.Do(CourseAct.Paused); break;
                    case 10: care.Do(CourseAct.Resumed); break;
                    case 11: care.Do(number switch { < 5 => CourseAct.StoppedEarly, < 8 => CourseAct.TransferredOut, _ => CourseAct.Completed }); break;
                    case 12: care.Maintain(7 + number); break;
                    case 13: answered = care.Now; break;
                    default:
                        for (var day = 0; day < (act == 14 ? number : 20 * number); day++)
                        {
                            care.Pass(1);
                            holds(care, answered);
                        }

                        break;
                }

                holds(care, answered);
            }
        }));
    }
}
