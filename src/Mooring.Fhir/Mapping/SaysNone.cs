using System.Text.RegularExpressions;
using R4 = Hl7.Fhir.Model;

namespace Mooring.Fhir.Mapping;

/// <summary>Entries that only say there is nothing: for a clinician to confirm, not an allergy, a problem or a medicine.</summary>
internal static partial class SaysNone
{
    // SNOMED CT: of everything; and of one kind, or of what nobody asked about, which says nothing of the rest.
    private static readonly string[] Everything = ["716186003", "409137002", "160244002", "160245001", "787481004"];
    private static readonly string[] OneKind = ["429625007", "428607008", "428197003", "1003774007"];

    private static readonly HashSet<string> Denying = Words("no none nil denies denied denying nka nkda nkma not never without sin niega ninguna ninguno ningún nada");

    private static readonly HashSet<string> Beside = Words("""
        known any current currently active significant reported patient pt has have had having is are they to of the or and a at this time
        allergy allergies allergic reaction reactions adverse drug drugs medication medications medicine medicines meds medicinal
        problem problems condition conditions diagnosis diagnoses disability history medical past taking taken takes on
        alergia alergias alérgico alérgica conocida conocidas conocido conocidos medicamento medicamentos medicamentosa medicamentosas medicina medicinas
        fármaco fármacos problema problemas enfermedad enfermedades actual actuales paciente tiene toma refiere se le conocen a de
        """);

    private static readonly HashSet<string> Parting = Words("""
        food foods environmental environment latex insect insects animal animals seasonal pollen contrast dye iodine plant plants dust mold pet pets substance
        info information recorded documented file entered noted listed asked available known-to-us
        alimentos alimentaria alimentarias ambiental ambientales látex insectos animales registrada registradas
        """);

    /// <summary>Why it is not taken; null when it names something.</summary>
    public static string? Why(R4.CodeableConcept? code)
    {
        if (code.HasAny(Everything))
            return LeftOut.NoneThere;
        if (code.HasAny(OneKind))
            return LeftOut.NoneOfAKind;
        // Some codes are words: no-known-allergies.
        var said = code.Names().Concat(code.AllCodes().Where(each => each.Contains('-', StringComparison.Ordinal) && !each.Any(char.IsAsciiDigit))).Select(Read).ToList();
        return said.Contains(LeftOut.NoneOfAKind) ? LeftOut.NoneOfAKind : said.Find(each => each is not null);
    }

    private static string? Read(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        if (!words.Exists(Denying.Contains) || words.Exists(word => !Denying.Contains(word) && !Beside.Contains(word) && !Parting.Contains(word)))
            return null;
        return words.Exists(Parting.Contains) ? LeftOut.NoneOfAKind : LeftOut.NoneThere;
    }

    private static HashSet<string> Words(string all) => [.. all.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
