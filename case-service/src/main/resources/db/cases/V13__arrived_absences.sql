-- Absences as HR's system tells of them, noted at the door before anything is made of them. No view: what was lost on
-- the way stands in no log, and only here it can be seen that it came.
create table arrived_absences (
    message_id     uuid        not null,
    employment_id  uuid        not null,
    absence_id     uuid        not null,
    revision       bigint      not null,
    organisation   char(9)     not null,
    withdrawn      boolean     not null,
    from_day       date,
    to_day         date,
    topic          text        not null,
    partition      integer     not null,
    message_offset bigint      not null,
    arrived_at     timestamptz not null,
    primary key (message_id, employment_id, absence_id, revision)
);
create index arrivals_of_an_absence on arrived_absences (employment_id, absence_id, revision desc);

grant select, insert, update on arrived_absences to ${app};

-- The log's side of the comparison, built anew: it now remembers how far each absence has been told, and what was
-- withdrawn.
drop schema completeness_v1 cascade;
create schema completeness_v2;

create table completeness_v2.absences (
    employment_id uuid    not null,
    absence_id    uuid    not null,
    organisation  char(9) not null,
    revision      bigint  not null,
    withdrawn     boolean not null,
    sick          boolean not null,
    from_day      date,
    to_day        date,
    primary key (employment_id, absence_id)
);

create table completeness_v2.cases (
    case_id       uuid    not null primary key,
    employment_id uuid    not null,
    started_on    date    not null,
    known_until   date,
    gone          boolean not null default false
);
create index cases_of_an_employment on completeness_v2.cases (employment_id);

grant usage on schema completeness_v2 to ${app};
grant select, insert, update, delete on all tables in schema completeness_v2 to ${app};
