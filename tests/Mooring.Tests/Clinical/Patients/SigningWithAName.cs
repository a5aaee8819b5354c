using Mooring.Clinical.Patients;

namespace Mooring.Tests.Clinical.Patients;

public class SigningWithAName
{
    [Theory]
    [InlineData("Marta Rowan", "Marta Rowan")]
    [InlineData("marta  ROWAN", "Marta Rowan")]
    [InlineData("Rowan, Marta", "Marta Rowan")]
    [InlineData("Jose Nunez", "José Núñez")]
    [InlineData("Marta Rowan", "Marta Luisa Rowan")]
    [InlineData("Marta L. Rowan", "Marta Luisa Rowan")]
    [InlineData("Marta A Rowan", "Marta Rowan")]
    [InlineData("Anne Marie OBrien", "Anne-Marie O’Brien")]
    [InlineData("Óscar", "Oscar")]
    public void Takes_the_name_however_it_is_written(string typed, string known) => Assert.True(TypedSignature.IsOf(typed, known));

    [Theory]
    [InlineData("", "Marta Rowan")]
    [InlineData(null, "Marta Rowan")]
    [InlineData("Marta", "Marta Rowan")]
    [InlineData("M. Rowan", "Marta Rowan")]
    [InlineData("Marta Sorrel", "Marta Rowan")]
    [InlineData("Marta Elena Rowan", "Marta Luisa Rowan")]
    [InlineData("Luisa Rowan", "Marta Luisa Rowan")]
    [InlineData("Marta Rowan Sorrel", "Marta Rowan")]
    public void Takes_no_other_name(string? typed, string known) => Assert.False(TypedSignature.IsOf(typed, known));
}
