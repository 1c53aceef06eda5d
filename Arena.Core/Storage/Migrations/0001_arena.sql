-- Instants are milliseconds since 1970 UTC; snowflakes are unsigned 64-bit numbers stored signed.

create table arena (
    key   text not null primary key,
    value text not null
) without rowid;

create table servers (
    id            integer not null primary key,
    first_seen_at integer not null
);

create table models (
    tag                 text    not null primary key,
    display_name        text    not null,
    family              text,
    parameters_billions real,
    quantization        text,
    kind                text    not null,
    capabilities        text    not null,                 -- separated by commas
    status              text    not null check (status in ('Active', 'Retired', 'Flagged')),
    added_at            integer not null,
    changed_at          integer not null
) without rowid;

create table battles (
    id                  integer not null primary key autoincrement,
    server_id           integer not null references servers (id),
    channel_id          integer not null,
    message_id          integer,
    starter_id          integer not null,
    prompt              text    not null,
    source              text    not null check (source in ('Typed', 'Library', 'Message')),
    category            text,
    state               text    not null check (state in ('Queued', 'Generating', 'Voting', 'Settled', 'Void')),
    model_a             text    not null references models (tag),
    model_b             text    not null references models (tag),
    pair_probability    real    not null,
    uniform_probability real    not null,
    created_at          integer not null,
    generating_at       integer,
    voting_opened_at    integer,
    closes_at           integer,
    quorum              integer not null,
    minimum_ballots     integer not null,
    restarts            integer not null default 0,
    settled_at          integer,
    settle_cause        text,
    verdict             text check (verdict in ('A', 'B', 'Tie')),   -- null without a counted ballot
    size_a              real,                             -- billions, as they were at settlement
    size_b              real,
    size_max            real,
    voided_at           integer,
    void_reason         text,
    void_detail         text,                             -- for the operator, never shown to members
    shown_state         text,                             -- the last state its message is known to show
    check (model_a <> model_b),
    check ((state = 'Settled') = (settled_at is not null)),
    check ((state = 'Void') = (void_reason is not null))
);

create unique index battles_by_message on battles (message_id) where message_id is not null;
create unique index battles_by_settlement on battles (settled_at) where settled_at is not null;
create index battles_by_server on battles (server_id, settled_at) where settled_at is not null;
create index battles_open on battles (state, id) where state in ('Queued', 'Generating', 'Voting');
create index battles_not_shown on battles (id) where shown_state is not state and state in ('Settled', 'Void');
create index battles_by_channel on battles (channel_id, id);
create index battles_by_starter on battles (server_id, starter_id) where state in ('Queued', 'Generating');

create table answers (
    battle_id         integer not null references battles (id),
    turn              integer not null,
    side              text    not null check (side in ('A', 'B')),
    text              text    not null,
    thinking          text    not null,
    prompt_tokens     integer not null,
    output_tokens     integer not null,
    load_ms           real    not null,
    first_token_ms    real    not null,
    generating_ms     real    not null,
    tokens_per_second real    not null,
    done_reason       text    not null,
    primary key (battle_id, turn, side)
) without rowid;

-- One row for a member and a battle: the present choice. No choice and not counted: it is not known which of several is meant.
create table ballots (
    battle_id integer not null references battles (id),
    member_id integer not null,
    choice    text    check (choice in ('A', 'B', 'Tie', 'BothBad')),
    counted   integer not null check (counted in (0, 1)),
    reason    text,
    cast_at   integer not null,
    primary key (battle_id, member_id),
    check (counted = 0 or choice is not null),
    check ((counted = 0) = (reason is not null))
) without rowid;

create index ballots_by_member on ballots (member_id);

-- Each change in order, so that the latest standing reaction is known. Added and Withdrawn came as events;
-- Found and Gone were seen by reading the message; OrderLost: which of those standing came last is not known.
create table ballot_events (
    battle_id integer not null references battles (id),
    member_id integer not null,
    seq       integer not null,
    kind      text    not null check (kind in ('Added', 'Withdrawn', 'Found', 'Gone', 'OrderLost')),
    choice    text    check (choice in ('A', 'B', 'Tie', 'BothBad')),
    at        integer not null,
    primary key (battle_id, member_id, seq)
) without rowid;

-- server_id 0 is all servers, category '' is all categories.
create table ratings (
    system    text    not null,
    server_id integer not null,
    category  text    not null,
    tag       text    not null references models (tag),
    rating    real    not null,
    battles   integer not null,
    ballots   integer not null,
    wins      integer not null,
    losses    integer not null,
    ties      integer not null,
    primary key (system, server_id, category, tag)
) without rowid;

create table rating_history (
    battle_id     integer not null references battles (id),
    system        text    not null,
    server_id     integer not null,
    category      text    not null,
    tag           text    not null references models (tag),
    rating_before real    not null,
    rating_after  real    not null,
    at            integer not null,
    primary key (battle_id, system, server_id, category, tag)
) without rowid;

create index rating_history_by_tag on rating_history (tag, system, server_id, category, at);

create table audit (
    id        integer not null primary key,
    at        integer not null,
    server_id integer,
    member_id integer,
    action    text    not null,
    subject   text    not null,
    detail    text
);

create index audit_by_server on audit (server_id, id);
