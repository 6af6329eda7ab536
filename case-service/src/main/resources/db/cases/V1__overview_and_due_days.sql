create schema overview_v1;

create table overview_v1.cases (
    case_id       uuid     not null primary key,
    employment_id uuid     not null,
    organisation  char(9)  not null,
    employee      uuid     not null,
    started_on    date     not null,
    known_until   date,
    closed_on     date,
    part_of       uuid,
    version       integer  not null
);
create index cases_of_an_employment on overview_v1.cases (employment_id);
create index cases_of_an_organisation on overview_v1.cases (organisation);

create table overview_v1.deadlines (
    case_id       uuid    not null,
    stage         text    not null,
    due_on        date    not null,
    rule_set      text    not null,
    legal_basis   text    not null,
    outcome       text    not null,
    received_late boolean not null,
    resumed       boolean not null,
    fact_on       date,
    primary key (case_id, stage)
);

-- The to-do list of the sweep: days that will have to be judged.
create schema due_days_v1;

create table due_days_v1.due_days (
    case_id       uuid    not null,
    what          text    not null,
    employment_id uuid    not null,
    organisation  char(9) not null,
    due_on        date    not null,
    version       integer not null,
    primary key (case_id, what)
);
create index next_due_days on due_days_v1.due_days (due_on);

grant usage on schema overview_v1, due_days_v1 to ${app};
grant select, insert, update, delete on all tables in schema overview_v1, due_days_v1 to ${app};
