-- Which measures of plans in force are waited for, and until when; ids and days only.
call in_each_version('due_measures', '
    create table view.cases (
        case_id uuid    not null primary key,
        watched boolean not null
    );
    create table view.measures (
        case_id      uuid    not null,
        plan_id      uuid    not null,
        number       integer not null,
        measure_id   uuid    not null,
        organisation char(9) not null,
        due_on       date    not null,
        watched      boolean not null,
        in_force     boolean not null,
        done         boolean not null,
        told         boolean not null,
        since        bigint  not null,
        primary key (case_id, plan_id, number, measure_id)
    );
    create index measures_waited_for on view.measures (due_on)
     where watched and in_force and not done and not told;
');
