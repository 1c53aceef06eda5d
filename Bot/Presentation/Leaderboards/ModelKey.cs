using System.Security.Cryptography;
using System.Text;
using Arena.Core.Roster;

namespace Bot.Presentation.Leaderboards;

/// <summary>What a button carries for a model: its tag, or a hash of it where the tag is too long for a custom id.</summary>
internal static class ModelKey
{
    private const int Longest = 80;

    public static string Of(string tag) =>
        tag.Length <= Longest ? tag : "#" + Hash(tag)[..32];

    /// <summary>64 hexadecimal digits.</summary>
    public static string Hash(string tag) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tag)));

    public static Model? Find(IEnumerable<Model> models, string key) => models.FirstOrDefault(model => Of(model.Tag) == key);
}
