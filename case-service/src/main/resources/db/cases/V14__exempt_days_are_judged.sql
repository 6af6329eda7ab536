-- The to-do list of the sweep, built anew: a day that is exempt stays on it until it is over, for only then it is known
-- whether the employee was away.
drop schema due_days_v1 cascade;
create schema due_days_v2;

create table due_days_v2.due_days (
    case_id       uuid    not null,
    what          text    not null,
    employment_id uuid    not null,
    organisation  char(9) not null,
    due_on        date    not null,
    version       integer not null,
    given_up      boolean not null default false,
    primary key (case_id, what)
);
create index next_due_days on due_days_v2.due_days (due_on);

grant usage on schema due_days_v2 to ${app};
grant select, insert, update, delete on all tables in schema due_days_v2 to ${app};
