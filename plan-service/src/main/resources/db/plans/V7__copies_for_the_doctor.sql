-- Which versions have been given to whoever certifies, when and how.
call in_each_version('case_plans', '
    create table view.doctor_copies (
        case_id  uuid    not null,
        plan_id  uuid    not null,
        number   integer not null,
        given_on date    not null,
        way      text    not null,
        primary key (case_id, plan_id, number)
    );
');
