-- The plans of each case, version by version; what they say is kept under the employee's key, salts under their own.
create schema case_plans_v1;

create table case_plans_v1.cases (
    case_id       uuid    not null primary key,
    employment_id uuid    not null,
    organisation  char(9) not null,
    employee      uuid    not null,
    part_of       uuid,
    version       bigint  not null
);
create index cases_of_an_employment on case_plans_v1.cases (employment_id);
create index cases_of_an_organisation on case_plans_v1.cases (organisation) where part_of is null;
create index cases_by_survivor on case_plans_v1.cases (part_of) where part_of is not null;

create table case_plans_v1.versions (
    case_id              uuid        not null,
    plan_id              uuid        not null,
    number               integer     not null,
    sections             text,
    evaluation_date      date        not null,
    employee_contributed boolean     not null,
    salt                 text,
    digest               char(64)    not null,
    presented_at         timestamptz not null,
    presented_by         text        not null,
    agreed_on            date,
    primary key (case_id, plan_id, number)
);

create table case_plans_v1.signatures (
    case_id   uuid        not null,
    plan_id   uuid        not null,
    number    integer     not null,
    party     text        not null,
    person_id uuid        not null,
    role      text        not null,
    issuer    text        not null,
    acr       text        not null,
    amr       text[]      not null,
    signed_at timestamptz not null,
    voided    boolean     not null,
    primary key (case_id, plan_id, number, party)
);

create table case_plans_v1.refusals (
    position   bigint      not null primary key,
    case_id    uuid        not null,
    plan_id    uuid        not null,
    number     integer     not null,
    person_id  uuid        not null,
    reason     text,
    refused_at timestamptz not null
);
create index refusals_of_a_plan on case_plans_v1.refusals (case_id, plan_id);

grant usage on schema case_plans_v1 to ${app};
grant select, insert, update, delete on all tables in schema case_plans_v1 to ${app};
