using System.Globalization;
using Mooring.Clinical.Instruments;

namespace Mooring.Practice.Questionnaires;

/// <summary>A score in a line, as a person would say it.</summary>
public static class SheetWords
{
    /// <param name="before">The total of the sheet before, to say which way it went.</param>
    public static string Line(string name, Score? score, double? before = null) => score switch
    {
        null => name,
        { Total: { } total } => string.Create(CultureInfo.InvariantCulture, $"{name}: {total:0.#}{Band(score)}{Change(total, before)}"),
        { Complete: false } => $"{name}: incomplete, not scored",
        { Band: null } => $"{name}: answered",
        _ => $"{name}{Band(score, ": ")}",
    };

    /// <summary>An id of the content as words: <c>positive-mood</c> is "positive mood".</summary>
    public static string Plain(string id) => id.Replace('-', ' ');

    private static string Band(Score score, string lead = ", ") => score.Band is { } band ? lead + Plain(band) : "";

    private static string Change(double now, double? before) => before switch
    {
        null => "",
        { } earlier when earlier > now => string.Create(CultureInfo.InvariantCulture, $", down from {earlier:0.#}"),
        { } earlier when earlier < now => string.Create(CultureInfo.InvariantCulture, $", up from {earlier:0.#}"),
        _ => ", unchanged",
    };
}
