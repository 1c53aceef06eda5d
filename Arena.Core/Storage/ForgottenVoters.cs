using System.Buffers.Binary;
using System.Security.Cryptography;
using Arena.Core.Battles;

namespace Arena.Core.Storage;

/// <summary>The table <c>forgotten_voters</c>: members whose reactions under an open vote are not theirs any more. A trigger empties it when the vote ends.</summary>
internal static class ForgottenVoters
{
    private const string Of = "select salt, hash from forgotten_voters where battle_id = $p1";

    private const string Put = "insert into forgotten_voters (battle_id, salt, hash) values ($p1, $p2, $p3)";

    public static void Add(WriteScope scope, BattleId battle, MemberId member)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        scope.Prepared(Put, battle.Value, salt, Hash(salt, member)).ExecuteNonQuery();
    }

    public static bool Contain(WriteScope scope, BattleId battle, MemberId member)
    {
        using var rows = scope.Prepared(Of, battle.Value).ExecuteReader();
        while (rows.Read())
        {
            if (Hash((byte[])rows.GetValue(0), member).AsSpan().SequenceEqual((byte[])rows.GetValue(1)))
                return true;
        }

        return false;
    }

    private static byte[] Hash(byte[] salt, MemberId member)
    {
        var text = new byte[salt.Length + sizeof(ulong)];
        salt.CopyTo(text, 0);
        BinaryPrimitives.WriteUInt64BigEndian(text.AsSpan(salt.Length), member.Value);
        return SHA256.HashData(text);
    }
}
