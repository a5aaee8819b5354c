using System.Globalization;

namespace Mooring.Kinetics.Quantities;

/// <summary>What a unit is: how much of the base units, and of which; only temperatures begin elsewhere than at nothing.</summary>
/// <param name="Of">The base units with their powers, such as <c>g1 m-1 s-2</c>; empty for a plain number.</param>
internal readonly record struct UnitMeaning(double Factor, string Of, double Offset = 0);

/// <summary>
/// Reads a unit as UCUM writes it, or as people do (<c>mmHg</c>, <c>BPM</c>, <c>lbs</c>). A text that is no unit it knows
/// means nothing, and is never guessed at.
/// </summary>
internal sealed class Ucum
{
    private readonly string text;
    private readonly SortedDictionary<string, int> powers = new(StringComparer.Ordinal);
    private double factor = 1;
    private int at;

    private Ucum(string text) => this.text = text;

    public static UnitMeaning? Read(string unit)
    {
        var tidy = UnitSpellings.Tidy(unit);
        if (UnitAtoms.Temperatures.TryGetValue(tidy, out var temperature))
            return temperature;

        var reader = new Ucum(tidy);
        return tidy.Length > 0 && reader.Term(1) && reader.at == tidy.Length
            ? new UnitMeaning(reader.factor, string.Join(' ', reader.powers.Where(each => each.Value != 0).Select(each => $"{each.Key}{each.Value}")))
            : null;
    }

    // Parts joined by points and slashes; a leading slash is one over what follows.
    private bool Term(int sign)
    {
        var side = Peek() == '/' ? -sign : sign;
        if (Peek() == '/')
            at++;
        while (Part(side))
        {
            if (Peek() is not ('.' or '/'))
                return true;
            side = text[at++] == '/' ? -sign : sign;
        }

        return false;
    }

    private bool Part(int side)
    {
        if (Peek() == '(')
        {
            at++;
            return Term(side) && Peek() == ')' && ++at > 0;
        }

        var isPart = Peek() is '{' || (char.IsAsciiDigit(Peek()) ? Number(side) : Symbol(side));
        while (isPart && Peek() == '{')
            isPart = Annotation(side);
        return isPart;
    }

    // What stands in braces only explains, but for the surface that kidney function is told by.
    private bool Annotation(int side)
    {
        var end = text.IndexOf('}', at);
        if (end < 0)
            return false;
        if (text[at..(end + 1)] == UnitSpellings.BodySurface)
            Count("bsa", side);
        at = end + 1;
        return true;
    }

    private bool Number(int side)
    {
        var from = at;
        while (char.IsAsciiDigit(Peek()))
            at++;
        var number = double.Parse(text.AsSpan(from, at - from), CultureInfo.InvariantCulture);
        if (Peek() is '*' or '^')
        {
            at++;
            number = Math.Pow(number, Power());
        }

        factor *= Math.Pow(number, side);
        return double.IsFinite(factor) && factor > 0;
    }

    private bool Symbol(int side)
    {
        var from = at;
        var depth = 0;
        while (at < text.Length && (depth > 0 || !(text[at] is '.' or '/' or '(' or ')' or '{' or '+' or '-' || char.IsAsciiDigit(text[at]))))
            depth += text[at++] switch { '[' => 1, ']' => -1, _ => 0 };
        if (at == from || UnitAtoms.Find(text[from..at]) is not { } atom)
            return false;

        var power = side * Power();
        factor *= Math.Pow(atom.Factor, power);
        foreach (var part in atom.Of.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = part.AsSpan().IndexOfAnyInRange('-', '9');
            Count(part[..digits], power * int.Parse(part.AsSpan(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        return true;
    }

    private int Power()
    {
        var from = at;
        if (Peek() is '+' or '-')
            at++;
        while (char.IsAsciiDigit(Peek()))
            at++;
        return int.TryParse(text.AsSpan(from, at - from), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? power : 1;
    }

    private void Count(string unit, int power) => powers[unit] = powers.GetValueOrDefault(unit) + power;

    private char Peek() => at < text.Length ? text[at] : '\0';
}
