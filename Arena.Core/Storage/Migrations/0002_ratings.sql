-- What the official board needs: how prompts and answers are, and where ratings lie with confidence.

alter table battles add column language text;             -- ISO 639-1, or 'und'; null where nobody looked
alter table battles add column category_source text check (category_source in ('Member', 'Rule', 'Library', 'Moderator'));

alter table answers add column headings   integer;        -- null where nobody counted
alter table answers add column list_items integer;
alter table answers add column bold       integer;

-- Style control reads these of every answer; in the table itself they lie behind the text.
create index answers_by_style on answers (battle_id, side, output_tokens, headings, list_items, bold);

-- Bradley–Terry alone has these. as_of: when the last battle that is in the rating settled.
alter table ratings add column lower real;
alter table ratings add column upper real;
alter table ratings add column as_of integer;

-- The board of a scope at the end of each UTC day that had battles in it; day: its first instant.
create table rating_days (
    system    text    not null,
    server_id integer not null,
    category  text    not null,
    tag       text    not null references models (tag),
    day       integer not null,
    rating    real    not null,
    lower     real    not null,
    upper     real    not null,
    primary key (system, server_id, category, tag, day)
) without rowid;

-- How many settled battles a member started.
create index battles_started on battles (starter_id, server_id, category) where settled_at is not null;
