using Mooring.Web.Assets;

namespace Mooring.Tests.Web;

public class FilesOfTheLook
{
    // One name that is answered with 404 keeps the worker of every tablet from being installed.
    [Fact]
    public void Are_named_only_when_a_browser_gets_them()
    {
        var folder = Directory.CreateTempSubdirectory("mooring-look-");
        try
        {
            foreach (var name in new[] { "app.css", ".stamp", "left-over" })
                File.WriteAllText(Path.Combine(folder.FullName, name), name);
            Assert.Single(new AssetFiles(folder.FullName).All, address => address.StartsWith("/app.css?v=", StringComparison.Ordinal));
            Assert.Single(new AssetFiles(folder.FullName).All);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
