using System.Globalization;

namespace Mooring.Kinetics.Models;

/// <summary>Reads the formulas of a model: numbers, parameter names, ln2, + - * / and parentheses. Nothing else.</summary>
internal sealed class Formula
{
    private readonly string text;
    private readonly IReadOnlyDictionary<string, int> names;
    private readonly ISet<int>? met;
    private int at;

    private Formula(string text, IReadOnlyDictionary<string, int> names, ISet<int>? met) => (this.text, this.names, this.met) = (text, names, met);

    /// <summary>A function of the parameter values, in the order of <paramref name="names"/>.</summary>
    /// <param name="met">Takes the places of the parameters that the formula names.</param>
    /// <exception cref="FormatException">The text is no formula, or names what is not there.</exception>
    public static Func<double[], double> Read(string text, IReadOnlyDictionary<string, int> names, ISet<int>? met = null)
    {
        var formula = new Formula(text.Replace(" ", "", StringComparison.Ordinal), names, met);
        var read = formula.Sum();
        return formula.at == formula.text.Length ? read : throw formula.Wrong("an operator");
    }

    private Func<double[], double> Sum()
    {
        var left = Product();
        while (Next() is '+' or '-')
        {
            var (sign, first) = (text[at++], left);
            var second = Product();
            left = sign == '+' ? values => first(values) + second(values) : values => first(values) - second(values);
        }

        return left;
    }

    private Func<double[], double> Product()
    {
        var left = Atom();
        while (Next() is '*' or '/')
        {
            var (sign, first) = (text[at++], left);
            var second = Atom();
            left = sign == '*' ? values => first(values) * second(values) : values => first(values) / second(values);
        }

        return left;
    }

    private Func<double[], double> Atom()
    {
        if (Next() == '(')
        {
            at++;
            var inner = Sum();
            return Next() == ')' && ++at > 0 ? inner : throw Wrong("')'");
        }

        var start = at;
        while (char.IsAsciiLetterOrDigit(Next()) || Next() is '.' or '_')
            at++;
        var word = text[start..at];
        if (word == "ln2")
            return Constant(Math.Log(2));
        if (names.TryGetValue(word, out var index))
        {
            met?.Add(index);
            return values => values[index];
        }

        return double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Constant(number)
            : throw new FormatException($"'{word}' in '{text}' is neither a number nor a parameter of this model.");
    }

    private static Func<double[], double> Constant(double number) => _ => number;

    private char Next() => at < text.Length ? text[at] : '\0';

    private FormatException Wrong(string wanted) => new($"'{text}': {wanted} was expected after '{text[..at]}'.");
}
