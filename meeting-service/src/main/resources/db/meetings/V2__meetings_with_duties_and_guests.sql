-- The meetings of each case, and what the law asks of them; place and reason are kept under the employee's key.
-- Rebuilt from the log, so the view before it can go.
drop schema case_meetings_v1 cascade;

create schema case_meetings_v2;

create table case_meetings_v2.cases (
    case_id       uuid    not null primary key,
    employment_id uuid    not null,
    organisation  char(9) not null,
    employee      uuid    not null,
    part_of       uuid,
    duty          text,
    due_on        date,
    standing      text,
    ended         boolean not null default false,
    version       bigint  not null
);
create index cases_of_an_employment on case_meetings_v2.cases (employment_id);
create index cases_of_an_organisation on case_meetings_v2.cases (organisation);
create index cases_by_survivor on case_meetings_v2.cases (part_of) where part_of is not null;

create table case_meetings_v2.meetings (
    meeting_id    uuid        not null,
    case_id       uuid        not null,
    kind          text        not null,
    status        text        not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    place         text,
    form          text        not null,
    short_notice  boolean     not null,
    notice_waived boolean     not null,
    held_on       date,
    reason        text,
    primary key (case_id, meeting_id)
);
create index meetings_by_id on case_meetings_v2.meetings (meeting_id);

-- Somebody from outside has no id here; the role says who.
create table case_meetings_v2.participants (
    case_id    uuid    not null,
    meeting_id uuid    not null,
    person_id  uuid,
    role       text    not null,
    summoned   boolean not null,
    attended   boolean not null,
    unique nulls not distinct (case_id, meeting_id, role, person_id)
);

grant usage on schema case_meetings_v2 to ${app};
grant select, insert, update, delete on all tables in schema case_meetings_v2 to ${app};
