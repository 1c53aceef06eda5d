namespace Arena.Core.Storage;

/// <summary>A column that holds members' ids.</summary>
/// <param name="Kind">What its rows are to the member, in the plural.</param>
/// <param name="Shown">What the member is shown of each row; instants end in <c>_at</c>.</param>
/// <param name="IsKept">A forgotten member's id stays in it.</param>
internal sealed record MemberColumn(string Table, string Column, string Kind, string Shown, bool IsKept = false);

/// <summary>Every column of the database that holds a member's id, and what they are told of it. A test holds it against the tables.</summary>
internal static class MemberColumns
{
    // Nothing that tells which models play in a battle whose vote is open.
    public static IReadOnlyList<MemberColumn> All { get; } =
    [
        new("battles", "starter_id", "battles started", "id as battle, server_id, channel_id, created_at, kind, state, prompt, category, language"),
        new("turns", "asked_by", "questions asked further", "battle_id as battle, turn, prompt, asked_at"),
        new("ballots", "member_id", "votes", "battle_id as battle, choice, counted, reason, cast_at"),
        new("ballot_events", "member_id", "changes of votes", "battle_id as battle, kind, choice, at as changed_at"),
        new("suggestions", "suggested_by", "suggestions", "id as suggestion, kind, server_id, channel_id, subject, category, note, suggested_at, state, reason, decided_at"),
        new("suggestions", "decided_by", "decisions on suggestions", "id as suggestion, kind, server_id, subject, state, decided_at"),
        new("reports", "reported_by", "reports", "battle_id as battle, reason, reported_at, state"),
        new("reports", "decided_by", "decisions on reports", "battle_id as battle, state, decided_at"),
        new("bans", "member_id", "bans", "server_id, name, reason, banned_at", IsKept: true),
        new("bans", "banned_by", "bans of others", "server_id, banned_at"),
        new("suspicion_members", "member_id", "votes that looked agreed upon", "suspicion_id as suspicion"),
        new("suspicions", "decided_by", "decisions on votes that looked agreed upon", "id as suspicion, server_id, state, decided_at"),
        new("exclusions", "excluded_by", "exclusions of votes", "id as exclusion, server_id, reason, excluded_at"),
        new("exclusions", "restored_by", "exclusions taken back", "id as exclusion, server_id, restored_at"),
        new("excluded_ballots", "member_id", "votes excluded", "battle_id as battle, exclusion_id as exclusion"),
        new("server_benches", "benched_by", "models benched", "server_id, tag, benched_at"),
        new("pulls", "asked_by", "models pulled", "server_id, channel_id, tag, asked_at, state"),
        new("pulls", "ended_by", "pulls cancelled", "server_id, tag, ended_at"),
        new("prompts", "added_by", "prompts added", "server_id, text, category, added_at"),
        new("prompts", "removed_by", "prompts removed", "server_id, text, removed_at"),
        new("hidden_prompts", "hidden_by", "prompts hidden", "server_id, hidden_at"),
        new("presets", "changed_by", "presets", "server_id, name, changed_at"),
        new("audit", "member_id", "deeds in the audit", "at as done_at, server_id, action, case when subject like 'member:%' then 'a member' else subject end as subject, detail"),
    ];
}
