-- What HR's system says of absences, held against the days of cases.
create schema completeness_v1;

create table completeness_v1.absences (
    employment_id uuid    not null,
    absence_id    uuid    not null,
    organisation  char(9) not null,
    sick          boolean not null,
    from_day      date    not null,
    to_day        date,
    primary key (employment_id, absence_id)
);

create table completeness_v1.cases (
    case_id       uuid    not null primary key,
    employment_id uuid    not null,
    started_on    date    not null,
    known_until   date,
    gone          boolean not null default false
);
create index cases_of_an_employment on completeness_v1.cases (employment_id);

grant usage on schema completeness_v1 to ${app};
grant select, insert, update, delete on all tables in schema completeness_v1 to ${app};

-- Figures as they were first told; no view, for counted anew they might be others.
create table publications (
    organisation char(9) not null,
    period       text    not null,
    figures      text    not null,
    primary key (organisation, period)
);
grant select, insert on publications to ${app};
