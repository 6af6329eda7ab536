-- The meetings of each case; place and reason are kept under the employee's key.
create schema case_meetings_v1;

create table case_meetings_v1.cases (
    case_id       uuid    not null primary key,
    employment_id uuid    not null,
    organisation  char(9) not null,
    employee      uuid    not null,
    part_of       uuid,
    version       bigint  not null
);
create index cases_of_an_employment on case_meetings_v1.cases (employment_id);
create index cases_by_survivor on case_meetings_v1.cases (part_of) where part_of is not null;

create table case_meetings_v1.meetings (
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

create table case_meetings_v1.participants (
    case_id    uuid    not null,
    meeting_id uuid    not null,
    person_id  uuid    not null,
    role       text    not null,
    summoned   boolean not null,
    attended   boolean not null,
    primary key (case_id, meeting_id, person_id)
);

grant usage on schema case_meetings_v1 to ${app};
grant select, insert, update, delete on all tables in schema case_meetings_v1 to ${app};
