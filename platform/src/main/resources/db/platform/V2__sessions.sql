-- Browsers that have signed in. Spring Session reads and writes these; its names, our table.
create table sessions (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create unique index one_session_per_id on sessions (session_id);
create index sessions_by_expiry on sessions (expiry_time);
create index sessions_by_principal on sessions (principal_name);

create table sessions_attributes (
    session_primary_id char(36)     not null references sessions (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on sessions, sessions_attributes to ${app};
