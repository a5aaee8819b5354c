using System.Globalization;
using Mooring.Clinical;
using Mooring.Clinical.Monitoring;
using Mooring.Clinical.Sessions;
using Mooring.Clinical.Sessions.Charting;

namespace Mooring.Practice.Bedside;

/// <summary>
/// What takes the place of an entry, from the form that corrects it. What the person left as the page showed it stays as it
/// stands now, also when somebody has corrected it meanwhile; what both changed is asked about.
/// </summary>
internal static class Amendment
{
    public static Outcome<SessionEvent> Of(SessionEvent wrong, CorrectionForm form, DateTimeOffset? at)
    {
        List<Refusal> refusals = [];
        var instead = wrong switch
        {
            NoteAdded note when !string.IsNullOrWhiteSpace(form.Text) => note with { Text = form.Text.Trim() },
            VitalsCharted charted => Set(charted, form, at, refusals),
            ScaleRated rated => Rating(rated, form, refusals),
            _ => wrong,
        };
        return refusals.Count > 0 ? Outcome<SessionEvent>.Refuse(refusals) : instead;
    }

    /// <summary>As the page shows a number, and gets it back when nobody touched it.</summary>
    public static string Shown(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static VitalsCharted Set(VitalsCharted charted, CorrectionForm form, DateTimeOffset? at, List<Refusal> refusals)
    {
        refusals.AddRange(form.Values
            .Where(typed => charted.Values.All(value => value.Sign.Code != typed.Of) && Typed.Text(typed.Value) != Typed.Text(typed.Was))
            .Select(typed => new Refusal("STO187", $"{Measures.NameOf(typed.Of)} was taken out meanwhile; if it was measured, chart it anew.")));
        ChartedValue[] values =
        [
            .. from value in charted.Values
               let typed = form.Values.FirstOrDefault(typed => typed.Of == value.Sign.Code)
               let number = Number(typed, value.Sign.Code, value.Value, refusals)
               where number is not null
               // A number that a person changed is no longer the device's.
               select number == value.Value
                   ? value with { ObservedAt = at ?? value.ObservedAt }
                   : new ChartedValue(value.Sign, number.Value, at ?? value.ObservedAt) { Confirmed = form.Confirmed },
        ];
        var cuff = form.HasCuff && Cuff.IsIn(values) ? new Cuff(form.Position, form.Site) : charted.Cuff;
        return values.SequenceEqual(charted.Values) && cuff == charted.Cuff ? charted : charted with { Values = values, Position = cuff.In, Site = cuff.On };
    }

    private static ScaleRated Rating(ScaleRated rated, CorrectionForm form, List<Refusal> refusals)
    {
        var typed = form.Values.FirstOrDefault(typed => typed.Of == rated.Scale.Code);
        var number = typed is null ? rated.Value : Typed.Measure(typed.Value, typed.Of, refusals);
        return double.IsFinite(number) ? rated with { Value = (int)Math.Clamp(number, int.MinValue, int.MaxValue) } : rated;
    }

    /// <summary>Null when it was emptied: then it was not measured.</summary>
    private static double? Number(MeasureTyped? typed, string of, double stands, List<Refusal> refusals)
    {
        if (typed is null || (typed.Was is not null && Typed.Text(typed.Value) == Typed.Text(typed.Was)) || Typed.Text(typed.Value) == Shown(stands))
            return stands;
        if (typed.Was is not null && Typed.Text(typed.Was) != Shown(stands))
            refusals.Add(new("STO179", $"{Measures.NameOf(of)} was corrected to {Shown(stands)} meanwhile: look which is right, and save again.", of));
        return Typed.Text(typed.Value) is { } text ? Typed.Measure(text, of, refusals) : null;
    }
}
