using System.Text.Json.Nodes;
using Sandbox.World;

namespace Sandbox.Shapes;

internal static class ApplicationShape
{
    /// <summary>The application as its own bot sees it.</summary>
    public static JsonObject Own(Application application, int guilds) => new()
    {
        ["id"] = Wire.Id(application.Id),
        ["name"] = application.Name,
        ["icon"] = null,
        ["description"] = "An arena for language models",
        ["type"] = null,
        ["bot"] = UserShape.Of(application.Bot),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = application.Flags,
        ["flags_new"] = application.Flags.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = UserShape.Of(application.Owner),
        ["approximate_guild_count"] = guilds,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
    };

    public static JsonObject Brief(Application application) => new()
    {
        ["id"] = Wire.Id(application.Id),
        ["name"] = application.Name,
        ["icon"] = null,
        ["description"] = "An arena for language models",
        ["type"] = null,
        ["bot"] = UserShape.Of(application.Bot),
    };
}
