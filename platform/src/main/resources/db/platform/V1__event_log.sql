-- The log: the truth of a service. Its rows are added and read, never changed.
create table event_log (
    position     bigint      not null primary key,
    recorded_at  timestamptz not null,
    organisation char(9)     not null,
    stream       uuid        not null,
    version      integer     not null,
    case_id      uuid,
    event_name   text        not null,
    revision     smallint    not null,
    event_id     uuid        not null,
    command_id   uuid        not null,
    metadata     text        not null,
    payload      text        not null,
    leaf         bytea       not null,
    constraint one_event_per_version unique (stream, version)
);

create index events_of_a_case on event_log (case_id, position) where case_id is not null;

-- The one row that every append takes, so that position order is commit order.
create table log_head (
    only_one    boolean     not null primary key default true check (only_one),
    position    bigint      not null,
    recorded_at timestamptz not null
) with (fillfactor = 10);

insert into log_head (position, recorded_at) values (0, 'epoch');

-- One answer for every command id, for ever. Also the inbox: a message's id leads to its command's.
create table handled_commands (
    command_id  uuid        not null primary key,
    stream      uuid        not null,
    version     integer     not null,
    position    bigint      not null,
    refusal     text,
    recorded_at timestamptz not null
);

-- Where each subscriber of the log has come to.
create table subscriber_places (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- A key for each person, case and purpose, wrapped by the service's own; destroying it is erasure.
create table data_keys (
    key_id       uuid        not null primary key,
    subject      uuid        not null,
    case_id      uuid,
    purpose      text        not null,
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    constraint one_key_per_purpose unique nulls not distinct (subject, case_id, purpose)
);

grant select, insert on event_log, handled_commands to ${app};
grant select, update on log_head to ${app};
grant select, insert, update, delete on subscriber_places to ${app};
grant select, insert, update on data_keys to ${app};
