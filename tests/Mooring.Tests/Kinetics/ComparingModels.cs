using Mooring.Kinetics;
using Mooring.Kinetics.Models;

namespace Mooring.Tests.Kinetics;

public class ComparingModels
{
    private static readonly Population Few = new(100);

    [Fact]
    public void Shows_every_adult_model_of_an_infusion_and_leaves_out_children_and_intensive_care()
    {
        var comparison = Of(Drug.Ketamine, "35 mg iv over 40 min");

        Assert.Equal(
            ["clements-1981", "domino-1984", "kamp-2020", "noppers-2011", "otto-2021", "perez-ruixo-2021", "simons-2022"],
            comparison.Bands.Select(band => band.Model.Id));
        Assert.Equal(["compounded-nasal", "flint-2017", "herd-2007", "hijazi-2003", "hornik-2018"], comparison.LeftOut.Select(one => one.Model.Id));
        Assert.Contains(comparison.Bands.Single(band => band.Model.Id == "otto-2021").Caveats, caveat => caveat.Contains("racemate is treated", StringComparison.Ordinal));
    }

    [Fact]
    public void Never_uses_a_model_of_the_racemate_for_esketamine() =>
        Assert.All(Of(Drug.Esketamine, "20 mg iv over 40 min").Bands, band => Assert.Equal(Drug.Esketamine, band.Model.Drug));

    [Fact]
    public void Leaves_out_what_does_not_describe_the_route() =>
        Assert.Equal(["perez-ruixo-2021"], Of(Drug.Esketamine, "56 mg nasal at 0 min").Bands.Select(band => band.Model.Id));

    [Fact]
    public void Draws_the_venous_band_beside_an_arterial_one()
    {
        var venous = Venous("kamp-2020", "35 mg iv over 40 min")!.Value!;

        Assert.Equal((SamplingSite.Venous, "otto-2021"), (venous.Model.Site, venous.Model.Id));
        // 114 to 206 ng/mL at the end of the infusion, by another program.
        Assert.InRange(venous.Points[0].Plasma.Low.InNanogramsPerMilliliter, 105, 123);
        Assert.InRange(venous.Points[0].Plasma.High.InNanogramsPerMilliliter, 190, 222);
    }

    [Theory]
    [InlineData("kamp-2020", "35 mg oral at 0 min")]
    [InlineData("kamp-2020", "35 mg iv over 40 min; 35 mg im at 60 min")]
    [InlineData("otto-2021", "35 mg iv over 40 min")]
    public void Draws_none_where_no_one_model_of_venous_blood_fits(string model, string regimen) => Assert.Null(Venous(model, regimen));

    private static Answer<Band>? Venous(string model, string regimen) =>
        Comparison.Venous(Models.Library.Find(model)!, Models.Library.All, Models.SeventyKilos, Models.Read(regimen), [Models.Min(40)], new(1000));

    private static Comparison Of(Drug drug, string regimen) =>
        Comparison.Of(Models.Library.All, drug, Models.SeventyKilos, Models.Read(regimen), [Models.Min(40)], Few);
}
