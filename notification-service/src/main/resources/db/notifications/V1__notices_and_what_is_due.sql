-- The notices of each case and how they stand; ids, times and codes only.
create schema notices_v1;

create table notices_v1.cases (
    case_id       uuid    not null primary key,
    employment_id uuid    not null,
    organisation  char(9) not null,
    employee      uuid    not null,
    part_of       uuid,
    version       bigint  not null
);
create index cases_of_an_employment on notices_v1.cases (employment_id);
create index cases_by_survivor on notices_v1.cases (part_of) where part_of is not null;

create table notices_v1.notices (
    notice_id      uuid        not null primary key,
    case_id        uuid        not null,
    organisation   char(9)     not null,
    kind           text        not null,
    recipient      uuid        not null,
    recipient_role text        not null,
    thing          text        not null,
    thing_id       uuid        not null,
    thing_version  integer     not null,
    state          text        not null,
    reason         text,
    attempts       integer     not null,
    not_before     timestamptz,
    ordered_at     timestamptz not null,
    changed_at     timestamptz not null
);
create index notices_of_a_case on notices_v1.notices (case_id);
create index notices_by_state on notices_v1.notices (state, organisation);

grant usage on schema notices_v1 to ${app};
grant select, insert, update, delete on all tables in schema notices_v1 to ${app};

-- What the sender has to look at, and when; a row is gone when its notice is settled.
create schema due_notices_v1;

create table due_notices_v1.notices (
    notice_id      uuid        not null primary key,
    case_id        uuid        not null,
    organisation   char(9)     not null,
    kind           text        not null,
    cause          uuid        not null,
    recipient      uuid        not null,
    recipient_role text        not null,
    thing          text        not null,
    thing_id       uuid        not null,
    thing_version  integer     not null,
    first_due_at   timestamptz not null,
    due_at         timestamptz not null,
    correlation    uuid        not null
);
create index notices_in_order_of_time on due_notices_v1.notices (due_at);
create index notices_about_a_thing on due_notices_v1.notices (thing_id);

grant usage on schema due_notices_v1 to ${app};
grant select, insert, update, delete on all tables in schema due_notices_v1 to ${app};
