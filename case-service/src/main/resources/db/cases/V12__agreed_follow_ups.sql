-- Cases that two have agreed on, without an absence; why is kept under the employee's key.
create schema agreed_v1;

create table agreed_v1.follow_ups (
    case_id         uuid    not null primary key,
    employment_id   uuid    not null,
    employee        uuid    not null,
    open            boolean not null,
    version         bigint  not null,
    occasion_sealed text
);
create index follow_ups_of_an_employment on agreed_v1.follow_ups (employment_id);

grant usage on schema agreed_v1 to ${app};
grant select, insert, update, delete on all tables in schema agreed_v1 to ${app};
