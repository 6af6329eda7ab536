-- Which measures each version has, whose and until when, and which have been done; what they say stays with the version.
call in_each_version('case_plans', '
    create table view.measures (
        case_id     uuid    not null,
        plan_id     uuid    not null,
        number      integer not null,
        measure_id  uuid    not null,
        responsible text    not null,
        due_on      date    not null,
        primary key (case_id, plan_id, number, measure_id)
    );
    create table view.completions (
        case_id    uuid not null,
        plan_id    uuid not null,
        measure_id uuid not null,
        done_on    date not null,
        primary key (case_id, plan_id, measure_id)
    );
');
