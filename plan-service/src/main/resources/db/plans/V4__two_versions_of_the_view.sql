-- The view can be built from nothing beside itself, a case at a time.
call add_other_version('case_plans');
call in_each_version('case_plans', '
    alter table view.refusals drop constraint refusals_pkey;
    alter table view.refusals add primary key (case_id, position);
');
