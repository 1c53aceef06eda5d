-- What moderators run their server with. Columns that hold a member's id are called member_id, starter_id or end with _by.

-- Only what a server's moderators set; all else is as the operator set it.
create table server_settings (
    server_id integer not null references servers (id),
    key       text    not null,
    value     text    not null,
    primary key (server_id, key)
) without rowid;

-- kind 'Duel': two models that a member named; has no vote and moves no rating.
alter table battles add column kind text not null default 'Battle' check (kind in ('Battle', 'Duel'));
alter table battles add column voting_ms integer;         -- how long its vote is open
alter table battles add column is_secret integer not null default 0 check (is_secret in (0, 1));
alter table battles add column is_streamed integer not null default 1 check (is_streamed in (0, 1));
alter table battles add column preset text;               -- null: from before there were presets
alter table battles add column sampling text;             -- the preset's values as they were, JSON
alter table battles add column follow_ups integer not null default 0;   -- further turns that are possible
alter table battles add column turn integer not null default 1;
alter table battles add column round integer not null default 0;        -- counts whenever it goes back to the queue for a turn, or from it to the vote
alter table battles add column turn_dropped text;         -- why the last question asked further was taken back; null where it was not
alter table battles add column prompt_key integer;        -- equal for prompts that are the same but for case and spacing
alter table battles add column damping real not null default 1;         -- what its ballots weigh; less than 1 where a prompt is repeated
alter table battles add column leak text;                 -- which sides say who they are: 'A', 'B', 'AB'; null for none
alter table battles add column leak_words text;           -- what gave it away
alter table battles add column texts_dropped_at integer;  -- prompt and answers are no longer kept
alter table battles add column drops_texts integer not null default 0 check (drops_texts in (0, 1));   -- as soon as it is over
alter table battles add column hidden text check (hidden in ('A', 'B', 'AB'));  -- answers that a report keeps out of sight
alter table battles add column prompt_hidden integer not null default 0 check (prompt_hidden in (0, 1));

-- How often a member started one lately.
create index battles_by_member on battles (server_id, starter_id, created_at);

-- How many settled battles a member started; duels are none.
drop index battles_started;
create index battles_started on battles (starter_id, server_id, category) where settled_at is not null and kind = 'Battle';

-- Which texts are due: looked for every hour.
create index battles_with_texts on battles (server_id, coalesce(settled_at, voided_at))
    where texts_dropped_at is null and state in ('Settled', 'Void');
create index battles_dropping_texts on battles (server_id) where texts_dropped_at is null and drops_texts = 1;

create index battles_by_prompt on battles (server_id, prompt_key, settled_at) where prompt_key is not null;

-- What a member asked further, from the second turn on.
create table turns (
    battle_id integer not null references battles (id),
    turn      integer not null check (turn > 1),
    prompt    text    not null,
    asked_by  integer not null,
    asked_at  integer not null,
    primary key (battle_id, turn)
) without rowid;

-- unfit: why it could not count when it was cast. banned: its member is banned while the vote is open, or was when it closed.
-- counted and reason follow from these, from the exclusion and from the battle's leak.
alter table ballots add column unfit text;
alter table ballots add column banned integer not null default 0 check (banned in (0, 1));
alter table ballots add column exclusion_id integer references exclusions (id);
update ballots set unfit = reason;

-- Ballots that moderators took out of the ratings; taken back, they count again.
create table exclusions (
    id          integer not null primary key autoincrement,
    server_id   integer not null references servers (id),
    suspicion_id integer references suspicions (id),
    reason      text    not null,
    excluded_at integer not null,
    excluded_by integer not null,
    restored_at integer,
    restored_by integer
);

-- What each exclusion is about. Several may be about one ballot: it belongs to the first that stands (ballots.exclusion_id), and counts
-- again when none does. A ballot that is withdrawn while its vote is open takes its rows along: one that is cast after it is another one.
create table excluded_ballots (
    exclusion_id integer not null references exclusions (id),
    battle_id    integer not null references battles (id),
    member_id    integer not null,
    primary key (exclusion_id, battle_id, member_id)
) without rowid;

create index excluded_ballots_by_ballot on excluded_ballots (battle_id, member_id);
create index ballots_by_exclusion on ballots (exclusion_id) where exclusion_id is not null;

-- Groups of accounts whose votes look agreed upon, with the evidence as JSON.
create table suspicions (
    id           integer not null primary key autoincrement,
    server_id    integer not null references servers (id),
    tag          text    not null references models (tag),
    evidence     text    not null,
    noticed_at   integer not null,
    state        text    not null check (state in ('Open', 'Excluded', 'Dismissed')),
    decided_at   integer,
    decided_by   integer,
    channel_id   integer,
    message_id   integer
);

create index suspicions_by_server on suspicions (server_id, id);

create table suspicion_members (
    suspicion_id integer not null references suspicions (id),
    member_id    integer not null,
    primary key (suspicion_id, member_id)
) without rowid;

create table bans (
    server_id integer not null references servers (id),
    member_id integer not null,
    name      text    not null,                           -- as it was then, for the list of bans
    reason    text,
    banned_at integer not null,
    banned_by integer not null,
    primary key (server_id, member_id)
) without rowid;

-- parts: answers A and B and the prompt, by name, separated by commas. The message is the notice to the moderators, one for a battle.
create table reports (
    id          integer not null primary key autoincrement,
    battle_id   integer not null references battles (id),
    parts       text    not null,
    reason      text,
    reported_at integer not null,
    reported_by integer not null,
    state       text    not null check (state in ('Open', 'Hidden', 'Shown')),
    decided_at  integer,
    decided_by  integer,
    channel_id  integer,
    message_id  integer
);

create index reports_open on reports (state, id) where state = 'Open';
create index reports_by_member on reports (reported_by, reported_at);
create index reports_by_battle on reports (battle_id);

alter table models add column digest text;
alter table models add column size_bytes integer;
alter table models add column context_tokens integer;
alter table models add column license text;
alter table models add column age_restricted integer not null default 0 check (age_restricted in (0, 1));
alter table models add column flag_reason text;
alter table models add column flag_link text;
alter table models add column failures integer not null default 0;      -- battles in a row that failed because of it
alter table models add column benched_at integer;         -- by itself, after too many failures; plays nowhere until brought back
alter table models add column bench_detail text;
alter table models add column bench_told integer not null default 0 check (bench_told in (0, 1));   -- the moderators know
alter table models add column removed_at integer;         -- not on the roster any more; its history stays
alter table models add column to_be_deleted integer not null default 0 check (to_be_deleted in (0, 1));   -- from the nodes, once no battle needs it
alter table models add column gpu_bytes integer;          -- in GPU memory, when it was last seen loaded while no battle was going on
alter table models add column weights_changed_at integer; -- the nodes hold another digest under its tag than when it was added

-- Models that a server's moderators do not let play there.
create table server_benches (
    server_id  integer not null references servers (id),
    tag        text    not null references models (tag),
    benched_at integer not null,
    benched_by integer not null,
    primary key (server_id, tag)
) without rowid;

create table pulls (
    id              integer not null primary key autoincrement,
    tag             text    not null,
    adds            integer not null check (adds in (0, 1)),             -- put on the roster when it is there
    server_id       integer not null references servers (id),
    channel_id      integer not null,
    message_id      integer,
    asked_by        integer not null,
    asked_at        integer not null,
    suggestion_id   integer references suggestions (id),
    state           text    not null check (state in ('Running', 'Done', 'Failed', 'Cancelled')),
    node            text,                                 -- the address of the one that fetches it
    completed_bytes integer,
    total_bytes     integer,
    failure         text,
    detail          text,                                 -- for the operator
    ended_at        integer,
    ended_by        integer,
    is_shown        integer not null default 0 check (is_shown in (0, 1)) -- its message says how it ended
);

create unique index pulls_running on pulls (tag collate nocase) where state = 'Running';
create index pulls_unshown on pulls (id) where is_shown = 0;

-- What members put on the moderators' list: a model for the roster, or a prompt for their server's library.
create table suggestions (
    id           integer not null primary key autoincrement,
    kind         text    not null check (kind in ('Model', 'Prompt')),
    server_id    integer not null references servers (id),
    channel_id   integer not null,
    subject      text    not null,                        -- the tag, or the prompt
    key          text    not null,                        -- of the subject: the same for what means the same
    category     text,
    note         text,
    suggested_at integer not null,
    suggested_by integer not null,
    state        text    not null check (state in ('Open', 'Approved', 'Declined')),
    decided_at   integer,
    decided_by   integer,
    reason       text
);

create index suggestions_by_state on suggestions (kind, state, server_id, id);
create index suggestions_by_key on suggestions (kind, key, id);
create index suggestions_by_member on suggestions (suggested_by, suggested_at);

-- A server's own prompts.
create table prompts (
    id             integer not null primary key autoincrement,
    server_id      integer not null references servers (id),
    text           text    not null,
    key            text    not null,                      -- the same for texts that differ in case and spacing only
    category       text,
    age_restricted integer not null default 0 check (age_restricted in (0, 1)),
    added_at       integer not null,
    added_by       integer not null,
    removed_at     integer,
    removed_by     integer
);

create unique index prompts_by_server on prompts (server_id, key) where removed_at is null;

-- Prompts of the operator's library that a server does not use.
create table hidden_prompts (
    server_id  integer not null references servers (id),
    key        text    not null,
    hidden_at  integer not null,
    hidden_by  integer not null,
    primary key (server_id, key)
) without rowid;

create table presets (
    server_id      integer not null references servers (id),
    name           text    not null,
    sampling       text    not null,                      -- JSON
    changed_at     integer not null,
    changed_by     integer not null,
    primary key (server_id, name)
) without rowid;

-- Daily summaries that were begun; day: its first instant. A day with nothing to tell is done without a message.
create table summaries (
    server_id  integer not null references servers (id),
    day        integer not null,
    message_id integer,
    posted_at  integer not null,
    is_done    integer not null default 0 check (is_done in (0, 1)),
    primary key (server_id, day)
) without rowid;

create index audit_by_member on audit (server_id, member_id, id);

-- Who was forgotten while a vote was open that they had voted in: their reactions, which Discord still shows, are not read back. A hash with
-- a salt of its own, and gone with the end of the vote.
create table forgotten_voters (
    battle_id integer not null references battles (id),
    salt      blob    not null,
    hash      blob    not null,
    primary key (battle_id, hash)
) without rowid;

create trigger forgotten_voters_go after update of state on battles when new.state in ('Settled', 'Void') begin
    delete from forgotten_voters where battle_id = new.id;
end;
