-- What the two main parties of each case have said to one another; texts are kept under the employee's key.
create schema contact_v1;

-- since: the last day that counts as contact; noted_since: the silence that has been noted
create table contact_v1.cases (
    case_id      uuid    not null primary key,
    organisation char(9) not null,
    employee     uuid    not null,
    started_on   date    not null,
    closed       boolean not null,
    part_of      uuid,
    version      bigint  not null,
    heard_on     date,
    met_on       date,
    agreed_on    date,
    resumed_on   date,
    every_days   integer,
    since        date    not null,
    noted_since  date
);
create index cases_by_survivor on contact_v1.cases (part_of) where part_of is not null;
create index listened_for on contact_v1.cases (since)
    where not closed and part_of is null and noted_since is distinct from since;

create table contact_v1.terms (
    case_id     uuid    not null,
    agreed      boolean not null,
    proposal_id uuid    not null,
    proposed_by text    not null,
    told_on     date    not null,
    every_days  integer not null,
    channels    text[]  not null,
    days        text[]  not null,
    who         text    not null,
    primary key (case_id, agreed)
);

create table contact_v1.contacts (
    case_id     uuid    not null,
    contact_id  uuid    not null,
    held_on     date    not null,
    channel     text    not null,
    who         text    not null,
    logged_by   text    not null,
    struck      boolean not null,
    kind_sealed text,
    primary key (case_id, contact_id)
);

create table contact_v1.doctor_contacts (
    case_id uuid not null,
    held_on date not null,
    primary key (case_id, held_on)
);

create table contact_v1.news (
    case_id     uuid not null,
    news_id     uuid not null,
    shared_on   date not null,
    text_sealed text,
    primary key (case_id, news_id)
);

create table contact_v1.abilities (
    case_id       uuid not null primary key,
    stated_on     date not null,
    can_sealed    text,
    cannot_sealed text
);

create table contact_v1.possible_work (
    case_id            uuid not null primary key,
    described_on       date not null,
    tasks_sealed       text,
    adaptations_sealed text
);

create table contact_v1.requests (
    case_id       uuid not null,
    request_id    uuid not null,
    made_on       date not null,
    answer_by     date not null,
    standing      text not null,
    answered_on   date,
    answered_as   text,
    kind_sealed   text,
    reason_sealed text,
    answer_sealed text,
    primary key (case_id, request_id)
);

grant usage on schema contact_v1 to ${app};
grant select, insert, update, delete on all tables in schema contact_v1 to ${app};
