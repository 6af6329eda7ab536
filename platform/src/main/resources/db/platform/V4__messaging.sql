-- The last position told for each key: what the next message of that key calls its previous one.
create table published_keys (
    key      uuid   not null primary key,
    position bigint not null
);

-- How far the log has been told: everything up to here has been acknowledged by the broker.
create table publishing (
    only_one boolean not null primary key default true check (only_one),
    position bigint  not null
);

insert into publishing (position) values (0);

-- The last position heard for each key of a topic: a lower one is a repeat, a higher previous one a hole.
create table heard (
    topic    text   not null,
    key      uuid   not null,
    position bigint not null,
    primary key (topic, key)
);

-- The offset after the last message of each partition that has been dealt with.
create table handled_offsets (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- Messages that wait or failed, in order for each key. Their bytes are sealed, and forgotten after thirty days.
create table parked_messages (
    id            uuid        not null primary key,
    place         bigint      not null generated always as identity,
    topic         text        not null,
    partition     integer     not null,
    message_offset bigint      not null,
    key           uuid        not null,
    message_type  text        not null,
    message_id    uuid        not null,
    hash          bytea       not null,
    reason        text        not null,
    failed        boolean     not null,
    tries         integer     not null,
    parked_at     timestamptz not null,
    try_after     timestamptz not null,
    sealed        text,
    constraint parked_once unique (topic, partition, message_offset)
);

create index parked_by_key on parked_messages (key, place);

-- Messages that broke a rule and had no effect. Their bytes are sealed, and forgotten after thirty days.
create table refused_messages (
    id             uuid        not null primary key,
    topic          text        not null,
    partition      integer     not null,
    message_offset bigint      not null,
    message_id     uuid,
    pointer        text        not null,
    rule           text        not null,
    hash           bytea       not null,
    refused_at     timestamptz not null,
    sealed         text,
    constraint refused_once unique (topic, partition, message_offset)
);

-- Until when each producer's news has been heard and dealt with here.
create table watermarks (
    producer text        not null primary key,
    until    timestamptz not null
);

-- Watermarks whose offsets have not been dealt with yet.
create table coming_watermarks (
    producer    text        not null,
    topic       text        not null,
    until       timestamptz not null,
    partition   integer     not null,
    next_offset bigint      not null,
    primary key (producer, until, partition)
);

grant select, insert, update, delete on published_keys, heard, handled_offsets, parked_messages,
    refused_messages, watermarks, coming_watermarks to ${app};
grant select, update on publishing to ${app};
