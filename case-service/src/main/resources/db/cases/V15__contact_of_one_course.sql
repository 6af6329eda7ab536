-- What the two of each case have said to one another, built anew: reckoned over all cases that are one now, so that it
-- can be reckoned anew when they come to be one, or are not any more.
--
-- case_id: where a thing was said, and where it is answered or struck; shown_in: the case whose days it is of, another
-- one only where that was split off later. Texts are kept under the employee's key.
drop schema contact_v1 cascade;
create schema contact_v2;

-- heard_on … since: of the whole family, kept with the one that stands; since: the last day that counts as contact;
-- noted_since: the silence that has been noted
create table contact_v2.cases (
    case_id      uuid    not null primary key,
    organisation char(9) not null,
    employee     uuid    not null,
    started_on   date    not null,
    closed       boolean not null,
    part_of      uuid,
    version      bigint  not null,
    resumed_on   date,
    heard_on     date,
    met_on       date,
    agreed_on    date,
    every_days   integer,
    since        date    not null,
    noted_since  date
);
create index cases_by_survivor on contact_v2.cases (part_of) where part_of is not null;
create index listened_for on contact_v2.cases (since)
    where not closed and part_of is null and noted_since is distinct from since;

create table contact_v2.terms (
    case_id     uuid        not null,
    shown_in    uuid        not null,
    agreed      boolean     not null,
    proposal_id uuid        not null,
    proposed_by text        not null,
    told_on     date        not null,
    told_at     timestamptz not null,
    every_days  integer     not null,
    channels    text[]      not null,
    days        text[]      not null,
    who         text        not null,
    primary key (case_id, shown_in, agreed)
);
create index terms_shown on contact_v2.terms (shown_in);

create table contact_v2.contacts (
    case_id     uuid        not null,
    shown_in    uuid        not null,
    contact_id  uuid        not null,
    held_on     date        not null,
    told_at     timestamptz not null,
    channel     text        not null,
    who         text        not null,
    logged_by   text        not null,
    struck      boolean     not null,
    kind_sealed text,
    primary key (case_id, contact_id)
);
create index contacts_shown on contact_v2.contacts (shown_in);

create table contact_v2.meetings (
    case_id    uuid not null,
    shown_in   uuid not null,
    meeting_id uuid not null,
    held_on    date not null,
    primary key (case_id, meeting_id)
);
create index meetings_shown on contact_v2.meetings (shown_in);

create table contact_v2.doctor_contacts (
    case_id  uuid        not null,
    shown_in uuid        not null,
    held_on  date        not null,
    told_at  timestamptz not null,
    primary key (case_id, held_on)
);
create index doctor_contacts_shown on contact_v2.doctor_contacts (shown_in);

create table contact_v2.news (
    case_id     uuid        not null,
    shown_in    uuid        not null,
    news_id     uuid        not null,
    shared_on   date        not null,
    told_at     timestamptz not null,
    text_sealed text,
    primary key (case_id, news_id)
);
create index news_shown on contact_v2.news (shown_in);

create table contact_v2.abilities (
    case_id       uuid        not null,
    shown_in      uuid        not null,
    stated_on     date        not null,
    told_at       timestamptz not null,
    can_sealed    text,
    cannot_sealed text,
    primary key (case_id, shown_in)
);
create index abilities_shown on contact_v2.abilities (shown_in);

create table contact_v2.possible_work (
    case_id            uuid        not null,
    shown_in           uuid        not null,
    described_on       date        not null,
    told_at            timestamptz not null,
    tasks_sealed       text,
    adaptations_sealed text,
    primary key (case_id, shown_in)
);
create index possible_work_shown on contact_v2.possible_work (shown_in);

create table contact_v2.requests (
    case_id       uuid        not null,
    shown_in      uuid        not null,
    request_id    uuid        not null,
    made_on       date        not null,
    told_at       timestamptz not null,
    answer_by     date        not null,
    standing      text        not null,
    answered_on   date,
    answered_at   timestamptz,
    answered_as   text,
    kind_sealed   text,
    reason_sealed text,
    answer_sealed text,
    primary key (case_id, request_id)
);
create index requests_shown on contact_v2.requests (shown_in);

-- Who leads from when, and whether the employee has read what the new leader is told.
create table contact_v2.hand_overs (
    case_id      uuid        not null,
    shown_in     uuid        not null,
    hand_over_id uuid        not null,
    led_by       uuid        not null,
    leads_from   date        not null,
    opens_on     date        not null,
    told_at      timestamptz not null,
    read_on      date,
    primary key (case_id, hand_over_id)
);
create index hand_overs_shown on contact_v2.hand_overs (shown_in);

grant usage on schema contact_v2 to ${app};
grant select, insert, update, delete on all tables in schema contact_v2 to ${app};
