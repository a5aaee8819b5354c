using Mooring.Content;
using Mooring.Storage.Engine;
using Mooring.Web;
using Mooring.Web.Pages.Privacy;

namespace Mooring.Tests.Web;

/// <summary>One answer for the officer, for whoever operates the server, and for the doctor.</summary>
public class WhereTheKeysAre
{
    [Theory]
    [InlineData("/srv/mooring", null, false)]
    [InlineData("/srv/mooring", "/srv/mooring/keys", false)]
    [InlineData("/srv/mooring", "/srv/mooring", false)]
    [InlineData("/srv/mooring/", "/srv/mooring", false)]
    [InlineData("/srv/mooring", "/srv/mooring-keys", true)]
    [InlineData("/srv/mooring", "/etc/mooring/keys", true)]
    public void Is_said_of_the_folder_that_is_in_use(string data, string? keys, bool areApart)
    {
        var options = new ServerOptions { Database = Database.SqliteIn(data), DataFolder = data, ContentFolder = ContentFolder.Find(), KeyFolder = keys };

        var told = new KeysInUse(options);

        Assert.Equal(areApart, options.AreKeysApart);
        Assert.Equal(areApart, told.Short.StartsWith("Apart", StringComparison.Ordinal));
        Assert.Contains(told.All, key => key.Where == options.Keys.Where);
    }
}
