using System.Globalization;
using Mooring.Kinetics;

namespace Mooring.Tests.Kinetics;

/// <summary>Golden/pk_reference.csv, row by row; its origin stands beside it.</summary>
public class TheReferenceValues
{
    private const double Allowed = 1e-6;

    private static readonly Dictionary<string, string> ModelIds = new(StringComparer.Ordinal)
    {
        ["Kamp2020"] = "kamp-2020",
        ["Domino1984"] = "domino-1984",
        ["Clements1981"] = "clements-1981",
        ["Hijazi2003"] = "hijazi-2003",
        ["Herd2007"] = "herd-2007",
        ["Hornik2018"] = "hornik-2018",
        ["Noppers2011_S"] = "noppers-2011",
        ["Otto2021_S"] = "otto-2021",
        ["Simons2022_S"] = "simons-2022",
        ["Flint2017_S"] = "flint-2017",
        ["PerezRuixo2021_S"] = "perez-ruixo-2021",
    };

    private static readonly Dictionary<string, string> Regimens = new(StringComparer.Ordinal)
    {
        ["IV40"] = "35 mg iv over 40 min",
        ["IVB"] = "17.5 mg iv at 0 min",
        ["PAUSE"] = "0.875 mg/min iv from 0 min to 20 min; 0.875 mg/min iv from 30 min to 50 min",
        ["IM"] = "35 mg im at 0 min",
        ["PO"] = "35 mg oral at 0 min",
        ["SL"] = "25 mg sublingual at 0 min",
        ["IN28"] = "28 mg nasal at 0 min",
        ["IN56"] = "28 mg nasal at 0 min; 28 mg nasal at 5 min",
        ["IN84"] = "84 mg nasal at 0 min",
        ["FILM50"] = "50 mg film at 0 min; 20 mg iv over 20 min at 360 min",
    };

    [Fact]
    public void Are_met_at_every_time_by_every_model()
    {
        var worst = 0.0;
        var levels = Rows().Where(row => row.Output is "Cp" or "Ce" or "NK" or "HNK").ToList();

        foreach (var group in levels.GroupBy(row => (row.Case, row.Model)))
        {
            var times = group.Select(row => TimeSpan.FromMinutes(row.Minute)).ToList();
            var curve = Models.Predict(Model(group.Key.Model), Models.Read(Regimens[group.Key.Case]), times);
            foreach (var (row, point) in group.Zip(curve.Points))
            {
                var off = Models.Off(row.Value, Level(point, row.Output));
                worst = Math.Max(worst, off);
                Assert.True(off < Allowed, $"{row} is {Level(point, row.Output)}, off by {off}");
            }
        }

        Assert.Equal(606, levels.Count);
        TestContext.Current.SendDiagnosticMessage("Largest relative difference {0:E2} over {1} values.", worst, levels.Count);
    }

    [Fact]
    public void Are_met_by_peak_time_and_area()
    {
        foreach (var row in Rows().Where(row => row.Output is "Cmax_ng_mL" or "Tmax_min" or "AUC0-24_ng_h_mL"))
        {
            var found = Models.Predict(Model(row.Model), Models.Read(Regimens[row.Case]), [Models.Min(60)]).Summary;

            switch (row.Output)
            {
                case "Cmax_ng_mL":
                    Assert.InRange(Models.Off(row.Value, found.Cmax.InNanogramsPerMilliliter), 0, 1e-5);
                    break;
                case "Tmax_min":
                    Assert.InRange(found.Tmax.TotalMinutes, row.Value - 0.1, row.Value + 0.1);
                    break;
                default:
                    Assert.InRange(Models.Off(row.Value, found.Auc.InNanogramHoursPerMilliliter), 0, Allowed);
                    break;
            }
        }
    }

    [Theory]
    [InlineData(70, null, 44.8, 160.1)]
    [InlineData(40, "Asian", 44.3, 157.9)]
    [InlineData(40, "Japanese", 57.7, 194.3)]
    public void Are_met_by_the_nasal_model_for_other_people(int age, string? ancestry, double cmax, double auc)
    {
        var person = Models.SeventyKilos with
        {
            AgeInYears = age,
            Ancestry = ancestry is null ? null : Enum.Parse<Mooring.Kinetics.Models.Ancestry>(ancestry),
        };

        var found = Prediction.Predict(Model("PerezRuixo2021_S"), person, Models.Read("28 mg nasal at 0 min"), [Models.Min(60)]).Value!.Summary;

        Assert.InRange(Models.Off(cmax, found.Cmax.InNanogramsPerMilliliter), 0, 0.005);
        Assert.InRange(Models.Off(auc, found.Auc.InNanogramHoursPerMilliliter), 0, 0.005);
    }

    private static double Level(CurvePoint point, string output)
    {
        var level = output switch
        {
            "Cp" => point.Plasma,
            "Ce" => point.Effect,
            "NK" => point.Norketamine!.Value,
            _ => point.Hydroxynorketamine!.Value,
        };
        return level.InNanogramsPerMilliliter;
    }

    private static Mooring.Kinetics.Models.KineticModel Model(string name) => Models.Library.Find(ModelIds[name.Split('+')[0]])!;

    private static IEnumerable<Row> Rows() => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "pk_reference.csv"))
        .Skip(1)
        .Select(Row.Read);

    private sealed record Row(string Case, string Model, string Output, double Minute, double Value)
    {
        /// <summary>Commas also stand inside quotes in the columns before the numbers.</summary>
        public static Row Read(string line)
        {
            var cells = new List<string>();
            foreach (var (part, quoted) in line.Split('"').Select((part, i) => (part, i % 2 == 1)))
            {
                if (quoted)
                    cells[^1] += part;
                else if (cells.Count == 0)
                    cells.AddRange(part.Split(','));
                else
                    cells.AddRange(part.Split(',').Skip(1));
            }

            return new(cells[0], cells[1], cells[4], Number(cells[5]), Number(cells[6]));
        }

        private static double Number(string cell) =>
            cell.Length == 0 ? double.NaN : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
