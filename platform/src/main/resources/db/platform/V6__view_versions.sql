-- Which version of each view is read: one row each, changed when another version has caught up.
create table view_versions (
    view    text        not null primary key,
    version text        not null,
    since   timestamptz not null
);

-- A version of a view that is built from nothing beside the one that is read, and how far it has come.
create table view_rebuilds (
    view         text        not null primary key,
    version      text        not null,
    state        text        not null check (state in ('RUNNING', 'PAUSED', 'CANCELLED', 'DONE')),
    position     bigint      not null,
    going_on_from bigint     not null,
    going_since  timestamptz not null,
    changed_at   timestamptz not null
);

grant select, insert, update on view_versions, view_rebuilds to ${app};
