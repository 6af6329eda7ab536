-- A second room for the overview: built from nothing here while the first is read, and the other way round.
create schema overview_v2;

create table overview_v2.cases (like overview_v1.cases including all);
create table overview_v2.deadlines (like overview_v1.deadlines including all);

grant usage on schema overview_v2 to ${app};
grant select, insert, update, delete on all tables in schema overview_v2 to ${app};
grant truncate on all tables in schema overview_v1, overview_v2 to ${app};
