using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mooring.Clinical;
using Mooring.Tests.Docs;

namespace Mooring.Tests.Refusals;

/// <summary>Every code that the product can answer with, and its sentences: read from the source as the compiler reads it.</summary>
internal static partial class RefusalSites
{
    private static readonly Lazy<IReadOnlyList<RefusalSite>> Read = new(() =>
    {
        var files = Files().Select(path => (path, File.ReadAllText(Path.Combine(Checkout.Root, path)))).ToList();
        var named = files.SelectMany(file => Constant().Matches(file.Item2)).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        return [.. files.SelectMany(file => In(file.path, file.Item2, named))];
    });

    public static IReadOnlyList<RefusalSite> All => Read.Value;

    /// <summary>The sites in one text: a C# file, or a page with its code.</summary>
    public static IEnumerable<RefusalSite> In(string path, string text, ILookup<string, string>? named = null)
    {
        var (source, skipped) = path.EndsWith(".razor", StringComparison.Ordinal) ? Code(text) : (text, 0);
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        var own = Constant().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        foreach (var argument in root.DescendantNodes().OfType<ArgumentSyntax>())
        {
            IEnumerable<string?> codes = argument.Expression switch
            {
                LiteralExpressionSyntax literal => [literal.Token.ValueText],
                ConditionalExpressionSyntax { WhenTrue: LiteralExpressionSyntax one, WhenFalse: LiteralExpressionSyntax other } => [one.Token.ValueText, other.Token.ValueText],
                IdentifierNameSyntax constant => [own.GetValueOrDefault(constant.Identifier.Text)],
                MemberAccessExpressionSyntax constant => [named?[constant.Name.Identifier.Text].FirstOrDefault()],
                _ => [],
            };
            foreach (var code in codes.OfType<string>().Where(code => CodeShape().IsMatch(code)))
            {
                if (Next(argument.Parent!, argument) is { } says)
                    yield return new(code, [.. Sentences(says).Distinct()], path, argument.GetLocation().GetLineSpan().StartLinePosition.Line + 1 + skipped);
            }
        }
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static (string Code, int Skipped) Code(string page)
    {
        var at = page.IndexOf("@code", StringComparison.Ordinal);
        return at < 0 ? ("", 0) : ("class Page\n" + page[(at + 5)..], page[..at].Count(letter => letter == '\n') - 1);
    }

    private static ExpressionSyntax? Next(SyntaxNode list, ArgumentSyntax code)
    {
        var arguments = list switch
        {
            BaseArgumentListSyntax call => call.Arguments,
            TupleExpressionSyntax tuple => tuple.Arguments,
            _ => default,
        };
        var at = arguments.IndexOf(code);
        // A conflict of the appointment book says its field before its sentence.
        var says = at + (at > 0 && arguments[at - 1].Expression.ToString().StartsWith("ConflictKind.", StringComparison.Ordinal) ? 2 : 1);
        return at < 0 || says >= arguments.Count ? null : arguments[says].Expression;
    }

    private static IEnumerable<string> Sentences(ExpressionSyntax says) => says switch
    {
        ParenthesizedExpressionSyntax inner => Sentences(inner.Expression),
        ConditionalExpressionSyntax either => Sentences(either.WhenTrue).Concat(Sentences(either.WhenFalse)),
        SwitchExpressionSyntax cases => cases.Arms.SelectMany(arm => arm.Expression is ThrowExpressionSyntax ? [] : Sentences(arm.Expression)),
        LiteralExpressionSyntax text => [text.Token.ValueText],
        InterpolatedStringExpressionSyntax written => [string.Concat(written.Contents.Select(Piece))],
        BinaryExpressionSyntax either when either.IsKind(SyntaxKind.CoalesceExpression) => Sentences(either.Left).Concat(Sentences(either.Right)),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => from left in Sentences(sum.Left) from right in Sentences(sum.Right) select left + right,
        InvocationExpressionSyntax call when Made(call) is { } made => Sentences(made),
        var other => [$"{{{PlaceName.Of(other.ToString())}}}"],
    };

    // Sentence.Of(template, …), string.Create(culture, text), FormattableString.Invariant(text), Says(text).
    private static ExpressionSyntax? Made(InvocationExpressionSyntax call) => call.Expression.ToString() switch
    {
        "Sentence.Of" or "FormattableString.Invariant" or "Invariant" or "Says" => call.ArgumentList.Arguments[0].Expression,
        "string.Create" => call.ArgumentList.Arguments[1].Expression,
        _ => null,
    };

    private static string Piece(InterpolatedStringContentSyntax piece) => piece switch
    {
        InterpolatedStringTextSyntax text => text.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal),
        InterpolationSyntax place => $"{{{PlaceName.Of(place.Expression.ToString())}}}",
        _ => throw new System.Diagnostics.UnreachableException(piece.Kind().ToString()),
    };

    [GeneratedRegex("const string (\\w+) = \"([A-Z]{3}[0-9]{3})\"", RegexOptions.None, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex("^[A-Z]{3}[0-9]{3}$", RegexOptions.None, 1000)]
    private static partial Regex CodeShape();
}
