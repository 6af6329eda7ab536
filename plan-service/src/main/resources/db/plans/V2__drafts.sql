-- What is being written and is not a fact yet: kept under the employee's key for drafts, deleted by policy.
create schema workbench;

create table workbench.drafts (
    case_id  uuid        not null,
    author   uuid        not null,
    content  text        not null,
    saved_at timestamptz not null,
    primary key (case_id, author)
);
create index drafts_by_age on workbench.drafts (saved_at);

grant usage on schema workbench to ${app};
grant select, insert, update, delete on all tables in schema workbench to ${app};
