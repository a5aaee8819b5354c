using System.Globalization;
using System.Net;
using Mooring.Clinical.Patients;
using Mooring.SystemTests.Clinics;
using Mooring.SystemTests.Devices;

namespace Mooring.SystemTests.TakingIn;

/// <summary>What a patient is refused at their own pages is said in their language, at its field, and keeps what they wrote.</summary>
public class OwnPagesInSpanish
{
    private static readonly string Long = new('a', 101);

    [Fact]
    public async Task Say_that_the_date_does_not_fit_the_link()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var patient = await Visitor(clinic);

        var page = await Send(patient, $"/p/{await clinic.OwnLink(await clinic.Refer(language: Language.Spanish))}", "door", ("Form.Day", "9"), ("Form.Month", "3"), ("Form.Year", "1990"));

        Assert.Contains("Ese enlace y esa fecha de nacimiento no van juntos.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("do not go together", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("treatments", "Escríbalo con punto", "Form.Name", "sertralina", "Form.Dose", "mucho")]
    [InlineData("treatments", "se puede leer de dos maneras", "Form.Name", "sertralina", "Form.Dose", "1,050")]
    [InlineData("treatments", "Las semanas no pueden ser menos que nada", "Form.Name", "sertralina", "Form.Weeks", "-2")]
    [InlineData("medicines", "Escriba un nombre", "Form.Do", "add", "Form.Name", "")]
    [InlineData("complete", "Marque la casilla", "Form.Name", "", "Form.IsComplete", "false")]
    public async Task Say_what_is_wrong_with_the_history(string step, string says, string one, string first, string other, string second)
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var patient = await Entered(clinic);

        var page = await Send(patient, $"/my/history/{step}", "history", ("Form.Do", "add"), (one, first), (other, second));

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.All(new[] { first, second }.Where(typed => typed.Length > 1 && typed is not ("add" or "false")), typed => Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Say_that_the_escorts_phone_is_too_long_and_lose_nothing_in_silence()
    {
        await using var clinic = await TestClinic.Start(Engine.Sqlite);
        using var patient = await Entered(clinic);

        var page = await Send(patient, "/my/history/escort", "history", ("Form.Name", "Lark Sedge"), ("Form.Phone", Long));

        Assert.Contains("Escriba el teléfono de quien acompaña en 40 letras como máximo.", page, StringComparison.Ordinal);
        Assert.Contains("Lark Sedge", page, StringComparison.Ordinal);
        Assert.Contains(Long, page, StringComparison.Ordinal);
    }

    private static async Task<HttpClient> Visitor(TestClinic clinic)
    {
        var visitor = await clinic.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        return visitor;
    }

    private static async Task<HttpClient> Entered(TestClinic clinic)
    {
        var born = new DateOnly(1984, 3, 9);
        var visitor = await Visitor(clinic);
        using var entered = await visitor.Post($"/p/{await clinic.OwnLink(await clinic.Refer(born: born, language: Language.Spanish))}", "door",
            ("Form.Day", "9"), ("Form.Month", "3"), ("Form.Year", born.Year.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        return visitor;
    }

    private static async Task<string> Send(HttpClient visitor, string page, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await visitor.Post(page, handler, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
