-- The disputes that wait for an answer in each case and in each part of one, so that they go with it.
call in_each_version('overview', $$
create table view.disputes (
    case_id     uuid not null,
    stage       text not null,
    disputed_on date not null,
    primary key (case_id, stage, disputed_on)
);
$$);
call build_anew('overview');
