-- This service's own copy of what HR tells about people and employments: entries are added, never changed.
create table directory_entries (
    directory_position bigint      not null generated always as identity primary key,
    message_id         uuid        not null unique,
    said_at            timestamptz not null,
    organisation       char(9)     not null,
    employment_id      uuid        not null,
    revision           integer     not null,
    valid_from         date        not null,
    ended              boolean     not null,
    person_id          uuid        not null,
    unit_id            text,
    unit_name          text,
    line_manager       uuid,
    language           text,
    name               text,
    emails             text,
    sign_in            text,
    constraint one_entry_per_revision unique (employment_id, revision)
);

create index entries_of_a_person on directory_entries (person_id);
create index entries_by_line_manager on directory_entries (line_manager) where line_manager is not null;
create index entries_by_sign_in on directory_entries (sign_in) where sign_in is not null;

-- Who takes a line manager's place, both days included.
create table directory_substitutes (
    directory_position bigint not null references directory_entries,
    person_id          uuid   not null,
    first_day          date   not null,
    last_day           date   not null
);

create index substitutes_of_an_entry on directory_substitutes (directory_position);
create index entries_by_substitute on directory_substitutes (person_id);

grant select, insert on directory_entries, directory_substitutes to ${app};
