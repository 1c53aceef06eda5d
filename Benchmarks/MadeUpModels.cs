using System.Data;
using Arena.Core.Storage;
using Dapper;

namespace Benchmarks;

/// <summary>Made-up models.</summary>
internal static class MadeUpModels
{
    public const string Prefix = "model-";

    public const string Suffix = ":7b-instruct";

    public static string Tag(int number) => $"{Prefix}{number}{Suffix}";

    public static double Size(int number) => 0.5 + number * 0.7 % 14;

    public static Task AddAsync(Database database, int count, CancellationToken cancellationToken) => database.Writer.WriteAsync(
        (IDbConnection connection, IDbTransaction transaction) =>
        {
            for (var i = 0; i < count; i++)
            {
                connection.Execute(
                    """
                    insert into models (tag, display_name, parameters_billions, kind, capabilities, status, added_at, changed_at)
                    values (@Tag, @Tag, @Size, 'Instruct', 'completion', 'Active', 0, 0)
                    """,
                    new { Tag = Tag(i), Size = Size(i) },
                    transaction);
            }

            connection.Execute("insert into servers (id, first_seen_at) values (1, 0)", transaction: transaction);
            return count;
        },
        cancellationToken);
}
