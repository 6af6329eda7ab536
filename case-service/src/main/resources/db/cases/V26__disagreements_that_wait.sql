-- Whether the employee sees the exemption of a deadline otherwise, and nobody has answered yet.
call in_each_version('overview', $$
alter table view.deadlines add column disputed boolean not null default false;
$$);
call build_anew('overview');
