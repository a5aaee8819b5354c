using System.Text;

namespace Mooring.Demo;

/// <summary>Papers of the demo, drawn here: nothing in them is anybody's.</summary>
public static class DemoPapers
{
    private const int Width = 640, Height = 200;

    /// <summary>A PDF of one page with these lines on it.</summary>
    public static byte[] Pdf(params IReadOnlyList<string> lines)
    {
        var text = $"BT /F1 14 Tf 60 740 Td 20 TL {string.Concat(lines.Select(line => $"({line}) Tj T* "))}ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> starts = [];
        foreach (var (number, one) in objects.Index())
        {
            starts.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number + 1} 0 obj\n{one}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var start in starts)
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{start:0000000000} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>A gray picture of a strip with regular beats.</summary>
    public static byte[] Strip()
    {
        var rows = new byte[(Width + 1) * Height];
        Array.Fill(rows, (byte)250);
        for (var y = 0; y < Height; y++)
        {
            rows[y * (Width + 1)] = 0;
            for (var x = 0; x < Width; x++)
            {
                var line = (Height / 2) - (int)Beat(x % 80);
                if (x % 20 == 0 || y % 20 == 0)
                    rows[(y * (Width + 1)) + 1 + x] = 220;
                if (Math.Abs(y - line) < 2)
                    rows[(y * (Width + 1)) + 1 + x] = 20;
            }
        }

        return InventedPng.Of(Width, Height, InventedPng.Packed(rows));
    }

    private static double Beat(int at) => at switch { < 10 => 0, < 18 => 8 * Math.Sin((at - 10) * Math.PI / 8), < 26 => 0, < 30 => (at - 26) * 15, < 34 => (34 - at) * 15, < 46 => 0, < 62 => 14 * Math.Sin((at - 46) * Math.PI / 16), _ => 0 };
}
