using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Mooring.Web.Assets;

/// <summary>The files of the look. Each is named with a hash of its content, so browsers keep it until it changes.</summary>
public sealed class AssetFiles
{
    private readonly string root;
    private readonly FileExtensionContentTypeProvider kinds = new();
    private readonly Dictionary<string, string> versions;

    /// <param name="root">The folder they lie in; beside the program if not said.</param>
    public AssetFiles(string? root = null)
    {
        this.root = root ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");
        versions = Directory.Exists(this.root)
            ? Directory.EnumerateFiles(this.root, "*", SearchOption.AllDirectories).Where(IsServed).ToDictionary(
                file => "/" + Path.GetRelativePath(this.root, file).Replace('\\', '/'),
                file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12],
                StringComparer.Ordinal)
            : [];
    }

    /// <summary>The address of a file such as <c>/built/app.css</c>, changing when its content does.</summary>
    public string this[string path] => versions.TryGetValue(path, out var version) ? $"{path}?v={version}" : path;

    /// <summary>Every address a browser may keep until it changes.</summary>
    public IEnumerable<string> All => versions.Keys.Order(StringComparer.Ordinal).Select(path => this[path]);

    public void Use(IApplicationBuilder app)
    {
        if (!Directory.Exists(root))
            return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            ContentTypeProvider = kinds,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    // A hidden file, or one of no known kind, is answered with 404: naming it would keep a tablet's worker from being installed.
    private bool IsServed(string file) => Path.GetFileName(file)[0] != '.' && kinds.TryGetContentType(file, out _);
}
