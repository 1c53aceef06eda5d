using Arena.Core.Leaderboards;

namespace Arena.Core.Storage;

/// <summary>A scope as it stands in columns: server 0 is all servers, category '' is all categories.</summary>
internal readonly record struct ScopeKey(long Server, string Category)
{
    public static ScopeKey Of(Scope scope) => new(scope.Server?.ToColumn() ?? 0, scope.Category ?? "");

    public Scope ToScope() => new(
        Server == 0 ? null : new ServerId(Columns.Snowflake(Server)), Category.Length == 0 ? null : Category);
}
