using Mooring.Clinical.Rules;

namespace Mooring.Content.Library;

/// <summary>What numbers can be, of the device table and of the codes.</summary>
public static class PossibleValues
{
    public static IReadOnlyList<PossibleValue> Of(ClinicalLibrary library) =>
    [
        .. from sign in library.DeviceCodes?.Signs ?? []
           where sign.Sign.Loinc is not null
           group sign by sign.Sign into ways
           select new PossibleValue { Code = ways.Key.Loinc!, Unit = ways.Key.Unit, Low = ways.Min(way => way.Low), High = ways.Max(way => way.High) },
        .. library.Words.Possible,
    ];
}
