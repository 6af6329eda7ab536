-- The exemptions that stand in each case and in each part of one, and whether one waits for an answer: a dispute goes
-- with the decision it is about. What was kept of disputes serves until the view has been built anew.
call in_each_version('overview', $$
create table view.exemptions (
    case_id    uuid    not null,
    stage      text    not null,
    decided_on date    not null,
    disputed   boolean not null,
    primary key (case_id, stage, decided_on)
);
insert into view.exemptions select case_id, stage, disputed_on, true from view.disputes;
$$);
call build_anew('overview');
