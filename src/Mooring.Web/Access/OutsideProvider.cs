using System.Text.Json;

namespace Mooring.Web.Access;

/// <summary>The clinic's own identity provider (OpenID Connect), where it has one.</summary>
/// <param name="Authority">Its address; what is discovered below it is taken for true, so it is https outside this machine.</param>
/// <param name="ClientId">How it knows this server.</param>
/// <param name="SecretFile">The file with the secret, readable by its owner only; relative to the data folder.</param>
/// <param name="Name">As the button says it.</param>
/// <param name="AsksSecondFactor">Whether it asks for a second factor itself; if not, the one of this house follows.</param>
public sealed record OutsideProvider(Uri Authority, string ClientId, string SecretFile, string Name, bool AsksSecondFactor = false)
{
    /// <summary>The file in a data folder that names one.</summary>
    public const string File = "identity-provider.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The one that the data folder names; null for none.</summary>
    /// <exception cref="InvalidDataException">The file is there and does not say what is needed.</exception>
    public static OutsideProvider? In(string dataFolder)
    {
        var path = Path.Combine(dataFolder, File);
        if (!System.IO.File.Exists(path))
            return null;
        var read = JsonSerializer.Deserialize<OutsideProvider>(System.IO.File.ReadAllText(path), Options);
        return read is { Authority: not null, ClientId.Length: > 0, SecretFile.Length: > 0, Name.Length: > 0 } && (read.Authority.Scheme == Uri.UriSchemeHttps || read.Authority.IsLoopback)
            ? read with { SecretFile = Path.Combine(dataFolder, read.SecretFile) }
            : throw new InvalidDataException($"{path} has to name authority (https), clientId, secretFile and name.");
    }
}
