using Mooring.Clinical;
using Mooring.Clinical.Sessions;
using Mooring.Kinetics;
using Mooring.Kinetics.Measured;
using Mooring.Kinetics.Models;
using Mooring.Kinetics.Quantities;

namespace Mooring.Practice.Curves;

/// <summary>A level that a laboratory reported, as it was asked about.</summary>
/// <param name="Nanograms">Per milliliter, of what <paramref name="As"/> says.</param>
public sealed record LevelAsked(DateTimeOffset DrawnAt, double Nanograms, Salt As, SamplingSite Site, string Assay);

/// <summary>The band of similar people before a level was known, and of those who would show such a level.</summary>
/// <param name="EffectiveSize">How many people of equal weight, out of <paramref name="Of"/>, would say as much.</param>
/// <param name="Outside">The sentence to show in place of the updated band when the level lies outside the model.</param>
public sealed record LevelRead(DrawnCurve Before, DrawnCurve After, double EffectiveSize, int Of, string? Outside);

/// <summary>Weighs the people of a model by a measured level. It computes; it records nothing and judges no dose.</summary>
public sealed class LevelDesk(ModelChoice models, SubjectDesk subjects, TimeProvider clock)
{
    // A level leaves a part of them; LevelUpdate asks for this many.
    private static readonly Population Crowd = new(2000);

    /// <summary>The curves, or SER111 (nothing given yet), SER113 (no model for such blood), SER112 (drawn in the future), KIN30x, KIN32x.</summary>
    public async Task<Outcome<LevelRead>> Of(Session session, LevelAsked asked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (SessionCase.Of(session, models, now, await subjects.Of(session.Plan, cancel)) is not { } seen)
            return new Refusal("SER111", "There is no prediction to weigh: nothing was given yet, or no model describes this drug by this route.");
        if (asked.DrawnAt > now)
            return new Refusal("SER112", "The sample was drawn in the future; check the time.", "drawn");
        var drug = ModelChoice.DrugOf(session.Plan);
        if (models.All.Where(model => Weighs(model, drug, asked.Site, seen)).MinBy(model => model.Drug != drug) is not { } model)
            return new Refusal("SER113", $"No model of {asked.Site.ToString().ToLowerInvariant()} blood with a published scatter of measurements describes this drug by this route, so a level can not be weighed.", "site");

        var level = new MeasuredLevel(asked.DrawnAt - seen.Start, Concentration.NanogramsPerMilliliter(asked.Nanograms * LabelMass.BaseIn(asked.As)), asked.Site, asked.Assay);
        var before = Prediction.Band(model, seen.Subject, seen.Regimen, seen.At, Crowd);
        var after = LevelUpdate.Of(model, seen.Subject, seen.Regimen, [level], seen.At, Crowd);
        if (!before.IsGiven || !after.IsGiven)
            return Outcome<LevelRead>.Refuse([.. before.Objections.Concat(after.Objections).Distinct().Select(one => new Refusal(one.Code, one.Says, one.At == "levels" ? "level" : one.At))]);
        var doses = EventMarks.Doses(session);
        return new LevelRead(
            new(PredictedBand.Of(Comparison.Told(before.Value, drug), seen.Start), null, doses),
            new(PredictedBand.Of(Comparison.Told(after.Value.Band, drug), seen.Start), null, doses),
            after.Value.EffectiveSize,
            Crowd.Size,
            after.Value.Outside);
    }

    // A model of esketamine speaks for the racemate where there is no other, and says so.
    private static bool Weighs(KineticModel model, Kinetics.Models.Drug drug, SamplingSite site, SessionCase seen) =>
        model.OfferedByDefault && model.ResidualError is not null && model.Site == site
        && (model.Drug == drug || drug == Kinetics.Models.Drug.Ketamine)
        && seen.Regimen.Routes.All(route => model.Routes.Any(one => one.Route == route));
}
