-- A case is over with its employment, also while nothing else is due: open cases, with the last day once it is known.
call in_each_version('due_days', $$
create table view.employments (
    employment_id uuid not null primary key,
    last_day      date not null
);
create table view.open_cases (
    employment_id uuid    not null,
    case_id       uuid    not null,
    organisation  char(9) not null,
    last_day      date,
    version       bigint  not null,
    primary key (employment_id, case_id)
);
create index next_last_days on view.open_cases (last_day) where last_day is not null;
$$);
call build_anew('due_days');
