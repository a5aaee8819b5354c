using Mooring.Clinical.Sessions;
using Mooring.Kinetics;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Regimens;
using Regimen = Mooring.Kinetics.Regimens.Regimen;

namespace Mooring.Practice.Curves;

/// <summary>A session as the models see it: who, what was given and is to come, and the times that a curve is drawn at.</summary>
/// <param name="Start">The first dose; every other time counts from it.</param>
/// <param name="Now">From the start.</param>
internal sealed record SessionCase(KineticModel Model, Subject Subject, Regimen Regimen, DateTimeOffset Start, TimeSpan Now, double Minutes)
{
    /// <summary>The same virtual patients for every curve of a session, so that two of them differ by the doses alone.</summary>
    public static readonly Population Crowd = new(1000);

    private const int MostPoints = 120;
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public IReadOnlyList<TimeSpan> At
    {
        get
        {
            var step = Math.Max(1, Math.Ceiling(Minutes / MostPoints));
            return [.. Enumerable.Range(0, (int)(Minutes / step) + 1).Select(i => TimeSpan.FromMinutes(i * step))];
        }
    }

    /// <summary>Whether something still runs or is to come.</summary>
    public bool GoesOn => Regimen.Doses.Any(dose => dose.At > Now || (dose is Dose.Infusion run && (run.Until is null || run.Until > Now)));

    /// <summary>Null before the first dose, and where no model fits drug and route. The subject is that of the plan when none is given.</summary>
    public static SessionCase? Of(Session session, ModelChoice models, DateTimeOffset now, Subject? subject = null)
    {
        if (session.FirstDoseAt is not { } start || models.For(session.Plan) is not { } model)
            return null;
        var last = session.DosingEndedAt is { } ended && ended + Longest < now ? ended + Longest : now;
        var minutes = Math.Ceiling((last + Ahead - start).TotalMinutes);
        return new(model, subject ?? new(session.Plan.Weight) { AgeInYears = session.Plan.Age }, GivenDoses.Of(session, start, now, start.AddMinutes(minutes)), start, now - start, minutes);
    }
}
