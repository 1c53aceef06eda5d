namespace Sandbox.World;

internal sealed class Member(User user, DateTimeOffset joinedAt)
{
    public User User { get; } = user;
    public DateTimeOffset JoinedAt { get; } = joinedAt;
    public string? Nick { get; set; }
    public List<ulong> Roles { get; } = [];
}
